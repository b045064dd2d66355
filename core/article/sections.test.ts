import { describe, expect, it } from 'vitest'
import {
  findSection,
  houseSpelling,
  isSameSection,
  mergeSections,
  moveSection,
  renameSection,
  sectionKey,
  type Section,
} from './sections.ts'

const HOUSE: Section[] = [
  { name: 'السياسة', spellings: ['شؤون سياسية'] },
  { name: 'ألعاب', spellings: [] },
  { name: 'الفن', spellings: [] },
]

describe('spellings of one section', () => {
  it.each([
    ['سياسه', 'السياسة'],
    ['السِّياسة ', 'سياسة'],
    ['الشأن  العربي', 'شان عربي'],
    ['فن', 'الفن'],
    ['World', 'WORLD'],
  ])('%s and %s have one key', (one, other) => {
    expect(sectionKey(one)).toBe(sectionKey(other))
  })

  it.each([
    ['ألعاب', 'عاب'],
    ['سياسة', 'رياضة'],
    ['الم', 'م'],
  ])('%s and %s have two keys', (one, other) => {
    expect(sectionKey(one)).not.toBe(sectionKey(other))
  })

  it('are written as the house does, and others as they are', () => {
    expect(houseSpelling(HOUSE, 'سياسه')).toBe('السياسة')
    expect(houseSpelling(HOUSE, 'الشؤون السياسية')).toBe('السياسة')
    expect(houseSpelling(HOUSE, 'الألعاب')).toBe('ألعاب')
    expect(houseSpelling(HOUSE, 'رياضه')).toBe('رياضه')
    expect(findSection(HOUSE, ' … ')).toBeNull()
  })

  it('are compared through the list of the house', () => {
    expect(isSameSection(HOUSE, 'شؤون سياسية', 'سياسه')).toBe(true)
    expect(isSameSection([], 'رياضه', 'الرياضة')).toBe(true)
    expect(isSameSection(HOUSE, '', '')).toBe(true)
    expect(isSameSection(HOUSE, '', 'فن')).toBe(false)
  })
})

describe('a merge', () => {
  it('keeps the name and the spellings of the section that is merged', () => {
    const sections = [...HOUSE, { name: 'محليات', spellings: ['شؤون محلية'] }]
    expect(mergeSections(sections, 'محليات', 'السياسة')).toEqual([
      { name: 'السياسة', spellings: ['شؤون سياسية', 'محليات', 'شؤون محلية'] },
      { name: 'ألعاب', spellings: [] },
      { name: 'الفن', spellings: [] },
    ])
  })

  it('takes in a spelling that is on no list', () => {
    expect(mergeSections(HOUSE, 'لعب', 'ألعاب')[1]).toEqual({ name: 'ألعاب', spellings: ['لعب'] })
  })
})

describe('the list of the house', () => {
  it('keeps the articles of a section that is renamed', () => {
    const [politics] = renameSection(HOUSE, 'السياسة', 'الشأن العام')
    expect(politics).toEqual({ name: 'الشأن العام', spellings: ['شؤون سياسية', 'السياسة'] })
    // Another spelling needs no entry, and a name is not among its own spellings.
    expect(renameSection(HOUSE, 'السياسة', 'سياسة')[0]).toEqual({ name: 'سياسة', spellings: ['شؤون سياسية'] })
    expect(renameSection(HOUSE, 'السياسة', 'شئون سياسية')[0]?.name).toBe('شئون سياسية')
  })

  it('is put in order', () => {
    const names = (by: number): string[] => moveSection(HOUSE, 'ألعاب', by).map(({ name }) => name)
    expect(names(-1)).toEqual(['ألعاب', 'السياسة', 'الفن'])
    expect(names(1)).toEqual(['السياسة', 'الفن', 'ألعاب'])
    expect(names(2)).toEqual(['السياسة', 'ألعاب', 'الفن'])
  })
})
