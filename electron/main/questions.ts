import type { Translate } from '#core/locale/translate.ts'

/** A question in the system's dialog. Its second button agrees; Enter and Escape do not. */
export type Question = {
  type: 'question'
  message: string
  detail: string
  buttons: [no: string, yes: string]
  defaultId: 0
  cancelId: 0
}

/** @returns the question before a reporter becomes an editor. */
export function roleQuestion(t: Translate): Question {
  return question(t('menu.become-editor'), t('menu.become-editor-text'), [
    t('menu.become-editor-no'),
    t('menu.become-editor-yes'),
  ])
}

/** @returns the question before Midad reaches a site that is no destination yet. */
export function siteQuestion(site: string, t: Translate): Question {
  return question(t('menu.reach-site'), t('menu.reach-site-text', { site }), [
    t('menu.reach-site-no'),
    t('menu.reach-site-yes'),
  ])
}

function question(message: string, detail: string, buttons: Question['buttons']): Question {
  return { type: 'question', message, detail, buttons, defaultId: 0, cancelId: 0 }
}
