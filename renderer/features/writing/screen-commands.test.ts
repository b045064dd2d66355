import { expect, it } from 'vitest'
import { ACTIONS } from '#renderer/editor/actions/actions.ts'
import { SCREEN_COMMANDS } from './screen-commands.ts'

it('share no id with the actions of the editor: a list that has both would keep stale entries', () => {
  const ids = [...ACTIONS.map(({ id }) => id), ...Object.keys(SCREEN_COMMANDS)]
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})
