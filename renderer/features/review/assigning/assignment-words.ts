import type { Assignment } from '#core/review/assignment.ts'
import type { Translate } from '#core/locale/translate.ts'

/** @returns what a line of the history says about an assignment; the instruction stands below it. @param tag of the locale */
export function assignmentWords({ assignee, deadline, instruction }: Assignment, t: Translate, tag: string): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' })
  const time = deadline === null ? '' : format.format(new Date(deadline))
  if (assignee !== '') return t(time === '' ? 'desk.did-assign' : 'desk.did-assign-until', { name: assignee, time })
  if (time !== '') return t('desk.did-set-deadline', { time })
  return t(instruction === '' ? 'desk.did-unassign' : 'desk.did-instruct')
}
