import { z } from 'zod'
import { fold } from '../text/fold.ts'

const sectionName = z.string().trim().min(1).max(500)

/** A section of the house, and the other spellings and names that were merged into it. */
export const sectionSchema = z.object({ name: sectionName, spellings: z.array(sectionName).max(100).default([]) })
export type Section = z.infer<typeof sectionSchema>

/** The article, written as such: «ألعاب» begins with other letters. */
const ARTICLE = /^ال(?=\p{L}{2})/u
const MARKS = /[\p{M}\u0640\p{Cf}]/gu

/**
 * @returns what is equal for spellings of one section: «سياسه», «السياسة» and «سياسة», or «الشأن العربي» and «شأن عربي».
 *   Empty for a text without a word.
 */
export function sectionKey(written: string): string {
  const words = written.replaceAll(MARKS, '').match(/[\p{L}\p{N}]+/gu) ?? []
  return fold(words.map((word) => word.replace(ARTICLE, '')).join(' '))
}

/** @returns the section of the house that a text names, in whatever spelling; null for none. */
export function findSection(sections: readonly Section[], written: string): Section | null {
  const key = sectionKey(written)
  if (key === '') return null
  const isNamed = ({ name, spellings }: Section): boolean =>
    sectionKey(name) === key || spellings.some((spelling) => sectionKey(spelling) === key)
  return sections.find(isNamed) ?? null
}

/** @returns the name of a section as the house writes it; as it was written for a section that is not on the list. */
export function houseSpelling(sections: readonly Section[], written: string): string {
  return findSection(sections, written)?.name ?? written
}

/** @returns whether two texts name one section. */
export function isSameSection(sections: readonly Section[], one: string, other: string): boolean {
  const key = (written: string): string => sectionKey(houseSpelling(sections, written))
  return one === other || (key(one) !== '' && key(one) === key(other))
}

/** @returns the list with one section merged into another, which takes over its name and spellings. */
export function mergeSections(sections: readonly Section[], from: string, into: string): Section[] {
  const gone = sections.find(({ name }) => name === from)
  return sections
    .filter(({ name }) => name !== from)
    .map((section) =>
      section.name === into
        ? { ...section, spellings: [...new Set([...section.spellings, from, ...(gone?.spellings ?? [])])] }
        : section,
    )
}

/** @returns the list with a section renamed. Articles that have the old name stay in it. */
export function renameSection(sections: readonly Section[], from: string, to: string): Section[] {
  return sections.map((section) => {
    if (section.name !== from) return section
    const isOther = sectionKey(from) !== sectionKey(to)
    const spellings = section.spellings.filter((spelling) => sectionKey(spelling) !== sectionKey(to))
    return { name: to, spellings: isOther ? [...new Set([...spellings, from])] : spellings }
  })
}

/** @returns the list with a section moved by some places, within the list. */
export function moveSection(sections: readonly Section[], name: string, by: number): Section[] {
  const from = sections.findIndex((section) => section.name === name)
  const to = from + by
  const section = sections[from]
  if (section === undefined || to < 0 || to >= sections.length) return [...sections]
  return sections.toSpliced(from, 1).toSpliced(to, 0, section)
}
