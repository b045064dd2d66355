import type { SqlParams, WriteDb } from '#db/handles.ts'

/** @returns a handle that collects the query plan of every statement that reads through it. */
export function explaining(db: WriteDb): { db: WriteDb; plans: string[] } {
  const plans: string[] = []
  const explain = (sql: string, params: SqlParams = {}): void => {
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
