import { useRef, useState } from 'react'
import { Plus } from 'lucide-react'
import { Button, Menu, MenuTrigger, Popover, Separator, Toolbar } from 'react-aria-components'
import type { Editor } from 'slate'
import { useSlateSelector, useSlateStatic } from 'slate-react'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import type { Action, ActionContext } from './actions/action.ts'
import { ACTIONS, actionOf, isReady } from './actions/actions.ts'
import { closeToText, focusText } from './focus-text.ts'
import { keysLabel } from './keys/keys.ts'
import { ActionItems } from './menu/action-items.tsx'
import { newBlockId } from './new-id.ts'
import { useRoom } from './use-room.ts'

const HISTORY = ['undo', 'redo'].map(actionOf)
const BLOCKS = ['subhead-2', 'subhead-3', 'quote', 'list', 'ordered-list', 'pictures'].map(actionOf)
const DIRECTION = actionOf('direction')
const SHOWN = [...HISTORY, ...BLOCKS, DIRECTION]
const MORE = ACTIONS.filter(({ group }) => group === 'insert' || group === 'turn')
/** The button of the menu, and two lines between tools. */
const REST = 38 + 2 * 15

/**
 * @returns a digit for each action: 1 if it is on, plus 2 if it is ready. A string, because `useSlateSelector` compares
 *   it to decide whether to render again.
 */
function stateOf(editor: Editor): string {
  return SHOWN.map((each) => (each.isOn?.(editor) === true ? 1 : 0) + (isReady(each, editor) ? 2 : 0)).join('')
}

/**
 * The toolbar of block actions. It never takes the focus from the text. What a narrow window has no room for stands in its
 * menu.
 */
export function BlockToolbar({ ask }: Pick<ActionContext, 'ask'>) {
  const { t, dir } = useLocale()
  const editor = useSlateStatic()
  const states = useSlateSelector(stateOf)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const container = useRef<HTMLDivElement>(null)
  const room = useRoom(container, REST)
  const isShown = (action: Action): boolean => SHOWN.indexOf(action) < room
  const menu = [...SHOWN.filter((each) => !isShown(each) && !MORE.includes(each)), ...MORE]
  const run = (action: Action): void => {
    focusText(editor)
    action.run({ editor, newId: newBlockId, ask })
  }
  // The undo arrow points to where reading starts, so it is mirrored in a right-to-left interface.
  const mirrored = { style: dir === 'rtl' ? { transform: 'scaleX(-1)' } : {} }
  const tool = (action: Action) => {
    const state = Number(states[SHOWN.indexOf(action)])
    const keys = action.keys?.[0]
    return (
      <IconButton
        key={action.id}
        keepsFocus
        label={keys === undefined ? t(action.label) : `${t(action.label)} (${keysLabel(keys)})`}
        icon={<action.icon aria-hidden size={17} {...(action.group === 'history' ? mirrored : {})} />}
        isDisabled={state < 2}
        {...(action.isOn === undefined ? {} : { isPressed: state % 2 === 1 })}
        onPress={() => run(action)}
      />
    )
  }
  return (
    <div ref={container} className="toolbar-room">
      <Toolbar className="block-toolbar" aria-label={t('writing.toolbar')}>
        {HISTORY.filter(isShown).map(tool)}
        <Separator orientation="vertical" className="toolbar-line" />
        {BLOCKS.filter(isShown).map(tool)}
        <MenuTrigger isOpen={isMenuOpen} onOpenChange={setMenuOpen}>
          <Button className="icon-button" aria-label={t('writing.insert')} preventFocusOnPress>
            <Plus aria-hidden size={18} />
          </Button>
          <Popover className="menu-popover" placement="bottom">
            <Menu
              aria-label={t('writing.insert')}
              className="menu"
              disabledKeys={menu.filter((each) => !isReady(each, editor)).map(({ id }) => id)}
              onAction={(id) => {
                const action = menu.find((each) => each.id === id)
                if (action === undefined) return
                closeToText(editor, () => setMenuOpen(false))
                run(action)
              }}
            >
              <ActionItems actions={menu} />
            </Menu>
          </Popover>
        </MenuTrigger>
        <Separator orientation="vertical" className="toolbar-line" />
        {[DIRECTION].filter(isShown).map(tool)}
      </Toolbar>
    </div>
  )
}
