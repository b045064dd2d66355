import type { Translate } from '#core/locale/translate.ts'

/** @returns the question before a reporter becomes an editor, which only a person can answer. Enter and Escape refuse. */
export function roleQuestion(t: Translate): {
  type: 'question'
  message: string
  detail: string
  buttons: string[]
  defaultId: number
  cancelId: number
} {
  return {
    type: 'question',
    message: t('menu.become-editor'),
    detail: t('menu.become-editor-text'),
    buttons: [t('menu.become-editor-no'), t('menu.become-editor-yes')],
    defaultId: 0,
    cancelId: 0,
  }
}
