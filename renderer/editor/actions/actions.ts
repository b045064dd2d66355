import type { Editor } from 'slate'
import { isPressed } from '../keys/keys.ts'
import type { Action } from './action.ts'
import { arrangeActions, directionActions } from './arrange-actions.ts'
import { headActions } from './head-actions.ts'
import { insertActions } from './insert-actions.ts'
import { reviewActions } from './review-actions.ts'
import { tableActions } from './table-actions.ts'
import { textActions } from './text-actions.ts'
import { turnActions } from './turn-actions.ts'

/** All actions of the editor. */
export const ACTIONS: readonly Action[] = [
  ...turnActions,
  ...insertActions,
  ...textActions,
  ...headActions,
  ...arrangeActions,
  ...tableActions,
  ...directionActions,
  ...reviewActions,
]

/** @returns the action with an id. @throws Error if there is none: a mistake in the code. */
export function actionOf(id: string): Action {
  const action = ACTIONS.find((each) => each.id === id)
  if (action === undefined) throw new Error(`No action is called ${id}`)
  return action
}

/** @returns whether an action can run at the selection. */
export function isReady(action: Pick<Action, 'isReady'>, editor: Editor): boolean {
  return action.isReady?.(editor) ?? true
}

/** @returns the action whose shortcut a key event is, or null. */
export function pressedAction(event: Parameters<typeof isPressed>[1], onMac: boolean): Action | null {
  return ACTIONS.find(({ keys }) => keys?.some((each) => isPressed(each, event, onMac)) === true) ?? null
}
