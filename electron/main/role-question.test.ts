import { expect, it } from 'vitest'
import { translator } from '#core/locale/translate.ts'
import { roleQuestion } from './role-question.ts'

it('asks whether a person is an editor, and takes Enter and Escape for no', () => {
  const { buttons, defaultId, cancelId } = roleQuestion(translator('ar', 'latn'))
  expect(buttons).toEqual(['لا', 'نعم، أنا محرر'])
  expect([defaultId, cancelId]).toEqual([0, 0])
})
