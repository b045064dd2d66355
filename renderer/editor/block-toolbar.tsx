import { Heading2, Heading3, ImagePlus, List, ListOrdered, PilcrowRight, Quote, Redo2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Separator, Toolbar } from 'react-aria-components'
import { ReactEditor, useSlate } from 'slate-react'
import type { MessageKey } from '#core/locale/translate.ts'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { blockKind, type BlockKind } from './commands/blocks.ts'
import { insertFigure } from './commands/insert.ts'
import { runAction } from './keys/run-action.ts'
import type { ShortcutAction } from './keys/shortcuts.ts'
import { newBlockId } from './new-id.ts'
import { keyLabel } from './platform.ts'

type Tool = {
  action: Exclude<ShortcutAction, 'link'>
  label: MessageKey
  keys: string
  icon: typeof Quote
  kind?: BlockKind
}

const TOOLS: readonly Tool[] = [
  { action: 'subhead-2', label: 'writing.subhead', keys: 'Ctrl+Alt+2', icon: Heading2, kind: 'subhead-2' },
  { action: 'subhead-3', label: 'writing.subheadSmall', keys: 'Ctrl+Alt+3', icon: Heading3, kind: 'subhead-3' },
  { action: 'quote', label: 'writing.quote', keys: 'Ctrl+Shift+9', icon: Quote, kind: 'quote' },
  { action: 'list', label: 'writing.list', keys: 'Ctrl+Shift+8', icon: List, kind: 'list' },
  {
    action: 'ordered-list',
    label: 'writing.orderedList',
    keys: 'Ctrl+Shift+7',
    icon: ListOrdered,
    kind: 'ordered-list',
  },
]

/** What can be done with the line of the caret. It never takes the caret from the text. */
export function BlockToolbar() {
  const { t, dir } = useLocale()
  const editor = useSlate()
  const kind = blockKind(editor)
  const act = (work: () => void): void => {
    ReactEditor.focus(editor)
    work()
  }
  const tool = (
    action: Tool['action'],
    label: string,
    keys: string,
    icon: ReactNode,
    state: { on?: boolean; off?: boolean } = {},
  ) => (
    <IconButton
      key={action}
      keepsFocus
      label={`${label} (${keyLabel(keys)})`}
      icon={icon}
      isDisabled={state.off ?? false}
      {...(state.on === undefined ? {} : { isPressed: state.on })}
      onPress={() => act(() => runAction(editor, action, newBlockId))}
    />
  )
  // «Back» points to where reading comes from, so the arrows turn with the direction.
  const mirror = dir === 'rtl' ? { transform: 'scaleX(-1)' } : {}
  return (
    <Toolbar className="block-toolbar" aria-label={t('writing.toolbar')}>
      {tool('undo', t('writing.undo'), 'Ctrl+Z', <Undo2 aria-hidden size={17} style={mirror} />, {
        off: editor.history.undos.length === 0,
      })}
      {tool('redo', t('writing.redo'), 'Ctrl+Shift+Z', <Redo2 aria-hidden size={17} style={mirror} />, {
        off: editor.history.redos.length === 0,
      })}
      <Separator orientation="vertical" className="toolbar-line" />
      {TOOLS.map(({ action, label, keys, icon: Icon, kind: own }) =>
        tool(action, t(label), keys, <Icon aria-hidden size={17} />, {
          on: kind === own,
          off: kind === null || kind === 'head' || kind === 'figure',
        }),
      )}
      <IconButton
        keepsFocus
        label={t('writing.figure')}
        icon={<ImagePlus aria-hidden size={17} />}
        onPress={() => act(() => insertFigure(editor, newBlockId))}
      />
      <Separator orientation="vertical" className="toolbar-line" />
      {tool('direction', t('writing.direction'), 'Ctrl+Shift+X', <PilcrowRight aria-hidden size={17} />, {
        off: kind === null,
      })}
    </Toolbar>
  )
}
