import type { SqlParams, WriteDb } from '#db/handles.ts'

/**
 * @param isMeant which statements to look at; absent: all
 * @returns a handle that collects the query plan of every statement that reads through it.
 */
export function explaining(
  db: WriteDb,
  isMeant: (sql: string) => boolean = () => true,
): { db: WriteDb; plans: string[] } {
  const plans: string[] = []
  const explain = (sql: string, params: SqlParams = {}): void => {
    if (!isMeant(sql)) return
    const steps = db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, params)
    plans.push(...steps.map(({ detail }) => detail))
  }
  return {
    plans,
    db: {
      ...db,
      all(sql, params) {
        explain(sql, params)
        return db.all(sql, params)
      },
      get(sql, params) {
        explain(sql, params)
        return db.get(sql, params)
      },
    },
  }
}
