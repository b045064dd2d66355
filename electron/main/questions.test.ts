import { expect, it } from 'vitest'
import { translator } from '#core/locale/translate.ts'
import { roleQuestion, siteQuestion } from './questions.ts'

const t = translator('ar', 'latn')

it('asks whether a person is an editor, and takes Enter and Escape for no', () => {
  const { buttons, defaultId, cancelId } = roleQuestion(t)
  expect(buttons).toEqual(['لا', 'نعم، أنا محرر'])
  expect([defaultId, cancelId]).toEqual([0, 0])
})

it('asks whether a person typed the address of a site, which it names, and takes Enter and Escape for no', () => {
  const { detail, buttons, defaultId, cancelId } = siteQuestion('http://192.168.1.1:8080/blog', t)
  expect(detail.split('\n')[0]).toBe('http://192.168.1.1:8080/blog')
  expect(buttons).toEqual(['لا', 'نعم، كتبته بنفسي'])
  expect([defaultId, cancelId]).toEqual([0, 0])
})
