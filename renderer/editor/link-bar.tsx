import { useEffect, useRef, useState } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import { Pencil } from 'lucide-react'
import { Range, type Editor } from 'slate'
import { ReactEditor, useFocused, useSlate } from 'slate-react'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { Action, ActionContext } from './actions/action.ts'
import { actionOf, isReady } from './actions/actions.ts'
import { barPlace, type BarPlace } from './bar-place.ts'
import { linkTouched } from './commands/links.ts'
import { focusText } from './focus-text.ts'
import { keysLabel } from './keys/keys.ts'
import { newBlockId } from './new-id.ts'
import { pageBox } from './page-box.ts'
import { useBarPlace } from './use-bar-place.ts'
import './link-bar.css'

const EDIT: Action = { ...actionOf('link'), label: 'writing.linkEdit', icon: Pencil }
const TOOLS: readonly Action[] = [actionOf('open-link'), EDIT, actionOf('remove-link')]
const EMBED = actionOf('embed-link')

const GAP = 6

/** The address of the link at the caret, and what can be done with it. Alt+F10 goes into it, Esc back to the text. */
export function LinkBar({ ask, readOnly }: Pick<ActionContext, 'ask'> & { readOnly: boolean }) {
  const t = useT()
  const editor = useSlate()
  const isInText = useFocused()
  const [isInBar, setInBar] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  const { selection } = editor
  const isAtCaret = selection !== null && Range.isCollapsed(selection) && (isInText || isInBar || readOnly)
  const link = isAtCaret ? (linkTouched(editor)?.[0] ?? null) : null
  const isShown = link !== null
  const place = useBarPlace(isShown, () => (bar.current === null ? null : placeAt(editor, bar.current)))
  useEffect(() => {
    if (!isShown) return
    const page = ReactEditor.toDOMNode(editor, editor)
    const enter = (event: KeyboardEvent): void => {
      if (event.key !== 'F10' || !event.altKey) return
      event.preventDefault()
      bar.current?.querySelector('button')?.focus()
    }
    page.addEventListener('keydown', enter)
    return () => page.removeEventListener('keydown', enter)
  }, [editor, isShown])
  if (link === null) return null
  const run = (action: Action): void => {
    // A dialog gives the focus back to where it was: to the text, and not to a bar that may be gone.
    focusText(editor)
    action.run({ editor, newId: newBlockId, ask })
  }
  // Text that is only read takes no keys.
  const nameOf = ({ label, keys }: Action): string =>
    readOnly || keys?.[0] === undefined ? t(label) : `${t(label)} (${keysLabel(keys[0])})`
  const shown = TOOLS.filter((action) => isReady(action, editor) && (!readOnly || action.readsOnly))
  return (
    // Always from the left, also on a right-to-left page.
    <div
      ref={bar}
      className="selection-bar link-bar"
      // Drawn before it is placed: its width depends on the address.
      style={place === null ? { visibility: 'hidden' } : { insetBlockStart: place.top, left: place.left }}
      onFocus={() => setInBar(true)}
      onBlur={() => setInBar(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') focusText(editor)
      }}
    >
      <bdi dir="ltr" className="link-bar-address" title={link.url}>
        {link.url}
      </bdi>
      <Toolbar aria-label={t('writing.linkBar')} className="link-bar-tools">
        {shown.map((action) => (
          <IconButton
            key={action.id}
            keepsFocus
            label={nameOf(action)}
            icon={<action.icon aria-hidden size={16} />}
            onPress={() => run(action)}
          />
        ))}
        {!readOnly && isReady(EMBED, editor) ? (
          // In words: a link alone in its paragraph is mostly meant to be what it shows.
          <Button className="link-bar-offer" preventFocusOnPress onPress={() => run(EMBED)}>
            {t(EMBED.label)}
          </Button>
        ) : null}
      </Toolbar>
    </div>
  )
}

/** Below the line of the caret, or above it where the page has no room below. */
function placeAt(editor: Editor, bar: HTMLElement): BarPlace | null {
  const link = linkTouched(editor)
  if (link === null) return null
  const lines = [...ReactEditor.toDOMNode(editor, link[0]).getClientRects()]
  const line = lines.at(-1)
  const page = pageBox(editor)
  if (line === undefined || page === null) return null
  const size = { width: bar.offsetWidth, height: bar.offsetHeight, gap: GAP }
  return barPlace(line, page, size, 'below')
}
