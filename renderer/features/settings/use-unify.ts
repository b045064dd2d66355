import { useState } from 'react'
import { MOST_AT_ONCE, type Outcomes } from '#core/contract/many.ts'
import { call } from '#renderer/bridge/client.ts'
import { useT } from '#renderer/ui/locale.tsx'

/** Writes one spelling of a section into every article that has another and may be edited. */
async function unify(name: string): Promise<Outcomes> {
  const done: string[] = []
  const refused: Outcomes['refused'] = []
  for (let offset = 0; ; offset += MOST_AT_ONCE) {
    const order = { by: 'created', isDescending: false } as const
    // oxlint-disable-next-line no-await-in-loop -- page by page: an order that the edits do not change
    const { rows, total } = await call('articles.list', { section: name, order, offset, limit: MOST_AT_ONCE })
    const ids = rows.filter(({ section }) => section !== name).map(({ id }) => id)
    if (ids.length > 0) {
      // oxlint-disable-next-line no-await-in-loop
      const outcomes = await call('articles.setSection', { ids, section: name })
      done.push(...outcomes.done)
      refused.push(...outcomes.refused)
    }
    if (offset + MOST_AT_ONCE >= total) return { done, refused }
  }
}

/** @param onDone called when the articles have changed */
export function useUnify(onDone: () => void): { run: (name: string) => void; told: string | null; error: unknown } {
  const t = useT()
  const [told, setTold] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  return {
    told,
    error,
    run(name) {
      setError(null)
      unify(name).then(({ done, refused }) => {
        const left = refused.length === 0 ? '' : ` ${t('settings.news-section-left', { count: refused.length })}`
        setTold(`${done.length === 0 ? '' : t('settings.news-section-unified', { count: done.length, name })}${left}`)
        onDone()
      }, setError)
    },
  }
}
