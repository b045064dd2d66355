import { houseSpelling, isSameSection, sectionKey, type Section } from '#core/article/sections.ts'
import type { ReadDb } from '../handles.ts'

type Used = { section: string; articles: number }

function usedSections(db: ReadDb): Used[] {
  return db.all<Used>(
    `SELECT section, count(*) AS articles FROM articles WHERE deleted_at IS NULL AND section <> ''
     GROUP BY section ORDER BY count(*) DESC, section`,
  )
}

/** @returns every spelling of a section that an article has, and the one that is asked for. */
export function spellingsOf(db: ReadDb, asked: string, sections: readonly Section[]): string[] {
  const used = db
    .all<{ section: string }>('SELECT DISTINCT section FROM articles WHERE deleted_at IS NULL')
    .map(({ section }) => section)
  return [...new Set([asked, ...used.filter((section) => isSameSection(sections, section, asked))])]
}

/** @returns the sections of all articles, the most frequent first. One that is not on the list has its commonest spelling. */
export function mergedSections(
  db: ReadDb,
  sections: readonly Section[],
): { name: string; spellings: string[]; articles: number }[] {
  const merged = new Map<string, { name: string; spellings: string[]; articles: number }>()
  for (const { section, articles } of usedSections(db)) {
    const name = houseSpelling(sections, section)
    const key = sectionKey(name) || name
    const known = merged.get(key)
    if (known === undefined) merged.set(key, { name, spellings: [section], articles })
    else merged.set(key, { ...known, spellings: [...known.spellings, section], articles: known.articles + articles })
  }
  return [...merged.values()].toSorted((one, other) => other.articles - one.articles)
}
