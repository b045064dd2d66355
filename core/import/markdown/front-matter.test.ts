import { describe, expect, it } from 'vitest'
import { ImportError } from '../import-error.ts'
import { splitFrontMatter } from './front-matter.ts'

const read = (...lines: readonly string[]) => splitFrontMatter(`---\n${lines.join('\n')}\n---\nنص.\n`)

describe('splitFrontMatter', () => {
  it('leaves a text without a head as it is', () => {
    expect(splitFrontMatter('نص.\n---\n')).toEqual({ head: {}, text: 'نص.\n---\n', unread: [] })
  })
  it.each([
    ['a quoted text', ['title: "عنوان: المادة"'], { title: 'عنوان: المادة' }],
    ['single quotes', ["title: 'it''s'"], { title: "it's" }],
    ['a folded text', ['description: >-', '  موجز', '  في سطرين', 'a: b'], { description: 'موجز في سطرين', a: 'b' }],
    ['a literal text', ['description: |', '  سطر', '  آخر'], { description: 'سطر\nآخر' }],
    ['a list of lines', ['tags:', '  - نفط', '  - "غاز"'], { tags: ['نفط', 'غاز'] }],
    ['a list indented by tabs', ['tags:', '\t- نفط'], { tags: ['نفط'] }],
    ['a quoted comma', ['tags: [مياه, "نهر, دجلة"]'], { tags: ['مياه', 'نهر, دجلة'] }],
    ['the Arabic comma', ['tags: [نفط، غاز, "أ، ب"]'], { tags: ['نفط', 'غاز', 'أ، ب'] }],
    ['an anchor', ['author: &a سعاد', 'editor: *a'], { author: 'سعاد', editor: 'سعاد' }],
    ['a comment', ['# ملاحظة', 'title: عنوان # ملاحظة'], { title: 'عنوان' }],
    [
      'what looks like a number',
      ['slug: 007', 'version: 1.0', 'draft: no'],
      { slug: '007', version: '1.0', draft: 'no' },
    ],
    ['nothing behind a name', ['title:', 'slug: a'], { title: '', slug: 'a' }],
  ])('reads %s', (_what, lines, head) => {
    expect(read(...lines)).toEqual({ head, text: 'نص.\n', unread: [] })
  })
  it('reads line by line what is no YAML', () => {
    expect(read('title: عنوان: المادة', 'section: *سياسة* # ملاحظة', 'tags: [a, b]')).toEqual({
      head: { title: 'عنوان: المادة', section: '*سياسة*', tags: ['a', 'b'] },
      text: 'نص.\n',
      unread: [],
    })
  })
  it('names what is no text and no list of texts', () => {
    const { head, unread } = read('seo:', '  canonical: أصل', '  robots: [a]', 'title: ع', 'people:', '  - name: سعاد')
    expect(head).toEqual({ title: 'ع' })
    expect(unread).toEqual(['canonical: أصل', 'robots: a', 'name: سعاد'])
  })
  it('keeps the last of two fields with one name', () => {
    expect(read('title: a', 'title: b').head).toEqual({ title: 'b' })
  })
  it('refuses aliases of aliases, and one that holds itself', () => {
    const laughs = Array.from({ length: 9 }, (_each, at) => `l${at + 1}: &l${at + 1} [${`*l${at}, `.repeat(5)}]`)
    expect(() => read('l0: &l0 ها', ...laughs)).toThrow(new ImportError('too-large'))
    expect(() => read('text: &t كلام', `list: [${'*t, '.repeat(60)}]`)).toThrow(new ImportError('too-large'))
    expect(() => read('loop: &loop [*loop]')).toThrow(new ImportError('too-large'))
  })
  it.each([
    ['brackets', 'a: ' + '['.repeat(90_000)],
    ['items', 'a:\n' + '- '.repeat(45_000) + 'x'],
    ['names', Array.from({ length: 9000 }, (_each, at) => `k${at}: v`).join('\n')],
    ['one name', 'a: 1\n'.repeat(15_000)],
    ['quotes', 'a: ' + '"'.repeat(90_000)],
  ])('comes to the end of a head of nothing but %s', (_what, yaml) => {
    expect(read(yaml).text).toBe('نص.\n')
  })
  it('takes a head that is longer than any as text', () => {
    const source = `---\ntitle: ${'ا'.repeat(100_001)}\n---\nنص.\n`
    expect(splitFrontMatter(source)).toEqual({ head: {}, text: source, unread: [] })
  })
})
