import type { Editor } from 'slate'
import { isPressed } from '../keys/keys.ts'
import type { Action } from './action.ts'
import { arrangeActions, directionActions, tableActions } from './arrange-actions.ts'
import { headActions } from './head-actions.ts'
import { insertActions } from './insert-actions.ts'
import { textActions } from './text-actions.ts'
import { turnActions } from './turn-actions.ts'

/** Everything that can be done in the editor, once. */
export const ACTIONS: readonly Action[] = [
  ...turnActions,
  ...insertActions,
  ...textActions,
  ...headActions,
  ...arrangeActions,
  ...tableActions,
  ...directionActions,
]

/** @returns the action of an id. @throws Error for an id that no action has, which only a typing error can make. */
export function actionOf(id: string): Action {
  const action = ACTIONS.find((each) => each.id === id)
  if (action === undefined) throw new Error(`No action is called ${id}`)
  return action
}

/** @returns whether an action can be done where the caret stands. */
export function isReady(action: Action, editor: Editor): boolean {
  return action.isReady?.(editor) ?? true
}

/** @returns the action whose shortcut was pressed, or null. */
export function pressedAction(event: Parameters<typeof isPressed>[1], onMac: boolean): Action | null {
  return ACTIONS.find(({ keys }) => keys?.some((each) => isPressed(each, event, onMac)) === true) ?? null
}
