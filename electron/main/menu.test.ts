import { describe, expect, it } from 'vitest'
import { translator } from '#core/locale/translate.ts'
import { menuTemplate } from './menu.ts'

describe('menuTemplate', () => {
  const labels = (language: 'ar' | 'en', isMac: boolean) =>
    menuTemplate(translator(language, 'latn'), { onNewWindow: () => {}, isMac }).map(({ label, role }) => label ?? role)
  it('speaks both languages', () => {
    expect(labels('ar', false)).toEqual(['ملف', 'تحرير', 'عرض'])
    expect(labels('en', false)).toEqual(['File', 'Edit', 'View'])
  })
  it('has the application’s own menu on a Mac', () => {
    expect(labels('en', true)[0]).toBe('appMenu')
  })
  it('leaves undo to the editor', () => {
    expect(
      JSON.stringify(menuTemplate(translator('en', 'latn'), { onNewWindow: () => {}, isMac: false })),
    ).not.toContain('undo')
  })
})
