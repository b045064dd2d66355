import { describe, expect, it } from 'vitest'
import { translator } from '#core/locale/translate.ts'
import { menuTemplate } from './menu.ts'

describe('menuTemplate', () => {
  const labels = (language: 'ar' | 'en', isMac: boolean) =>
    menuTemplate(translator(language, 'latn'), { onNewWindow() {}, onStore() {}, isMac }).map(
      ({ label, role }) => label ?? role,
    )
  it('speaks both languages', () => {
    expect(labels('ar', false)).toEqual(['ملف', 'تحرير', 'عرض', 'المخزن'])
    expect(labels('en', false)).toEqual(['File', 'Edit', 'View', 'Store'])
  })
  it('has the application’s own menu on a Mac', () => {
    expect(labels('en', true)[0]).toBe('appMenu')
  })
  it('leaves undo to the editor', () => {
    const template = menuTemplate(translator('en', 'latn'), { onNewWindow() {}, onStore() {}, isMac: false })
    expect(JSON.stringify(template)).not.toContain('undo')
  })
  it('leads to the store’s health, a backup and a restore', () => {
    const asked: string[] = []
    const onStore = (what: string): void => void asked.push(what)
    const store = menuTemplate(translator('en', 'latn'), { onNewWindow() {}, onStore, isMac: false }).at(-1)
    const items = Array.isArray(store?.submenu) ? store.submenu : []
    for (const { click } of items) click?.({} as never, undefined, {})
    expect(asked).toEqual(['look', 'back-up', 'restore'])
  })
})
