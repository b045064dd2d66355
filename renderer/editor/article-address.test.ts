import { expect, it } from 'vitest'
import { paragraph, related } from '#core/article/factories.ts'
import { act } from '#tests/support/act.ts'
import { counter, smallArticle } from '#tests/support/articles.ts'
import { openOn } from '#tests/support/paste-into.ts'
import { articleAddress } from './article-address.ts'
import { fillRelated, openRelated } from './commands/related.ts'
import { documentOf } from './create-editor.ts'

const article = (slug: string) => {
  const made = smallArticle('a', 'عنوان')
  return { ...made, metadata: { ...made.metadata, slug } }
}
const delivered = (link: string | null, isTakenBack = false) => ({ link, isTakenBack })

it('is what a destination told last, unless it was taken back, else that at the site of the house', () => {
  const site = 'https://news.example'
  const told = [
    delivered('https://news.example/?p=3', true),
    delivered(null),
    delivered('javascript:alert(1)'),
    delivered('https://news.example/?p=2'),
    delivered('https://news.example/?p=1'),
  ]
  expect(articleAddress(article('dijla'), told, site)).toBe('https://news.example/?p=2')
  expect(articleAddress(article('dijla'), told.slice(0, 3), site)).toBe('https://news.example/dijla')
  expect(articleAddress(article('نهر'), [], site)).toBe('https://news.example/%D9%86%D9%87%D8%B1')
})

it('is empty where the article has no slug or the house no site', () => {
  expect(articleAddress(article(''), [], 'https://news.example')).toBe('')
  expect(articleAddress(article('dijla'), [], undefined)).toBe('')
})

it('is written with the title into the related link that was opened for it, and nowhere once that is gone', () => {
  const id = counter('r')
  const editor = openOn('عنوان', related(id, [{ title: 'مادة', url: '' }]))
  const item = act(editor, () => openRelated(editor, counter('n'))) ?? ''
  act(editor, () => fillRelated(editor, item, 'نهر دجلة', 'https://news.example/dijla'))
  const links = [
    { url: '', children: [{ text: 'مادة' }] },
    { url: 'https://news.example/dijla', children: [{ text: 'نهر دجلة' }] },
  ]
  expect(documentOf(editor)[1]).toMatchObject({ type: 'related', children: links })
  const other = openOn('عنوان', paragraph(id, 'متن'))
  fillRelated(other, item, 'نهر دجلة', 'https://news.example/dijla')
  expect(documentOf(other)[1]).toMatchObject({ type: 'paragraph', children: [{ text: 'متن' }] })
})
