import { createContext, use, useSyncExternalStore, type JSX, type ReactNode } from 'react'
import type { RenderElementProps } from 'slate-react'
import { withIsolateCharacters } from '#core/text/isolate-characters.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { renderElement } from '../blocks/render.tsx'
import { isBlock } from '../query.ts'
import type { BlockDrawing, Board } from './board.ts'
import './changes.css'

/** What is drawn beside the document, and who is told when it is clicked. */
export type Changes = { readonly board: Board; readonly onPress: (card: string) => void }

const ChangesContext = createContext<Changes | null>(null)
export const ChangesProvider = ChangesContext.Provider

/** Renders an element, with the frame of what changes it as a whole and with the blocks that are drawn beside it. */
export function renderChanged(props: RenderElementProps): JSX.Element {
  return isBlock(props.element) ? <ChangedBlock {...props} id={props.element.id} /> : renderElement(props)
}

const NEVER = (): (() => void) => () => {}

function ChangedBlock({ id, ...props }: RenderElementProps & { id: string }): JSX.Element {
  const changes = use(ChangesContext)
  const t = useT()
  const drawing = useSyncExternalStore(changes?.board.subscribe ?? NEVER, () => changes?.board.blockOf(id) ?? null)
  if (changes === null || drawing === null) return renderElement(props)
  const [frame] = drawing.frames
  const attributes =
    frame === undefined
      ? props.attributes
      : {
          ...props.attributes,
          'data-change': t(`proposals.block-${frame.layer.way}-${frame.fate}`),
          'data-card': drawing.frames.map(({ key }) => key).join(' '),
          'data-author': frame.layer.author,
        }
  return (
    <>
      <DrawnBlocks blocks={drawing.before} onPress={changes.onPress} />
      {renderElement({ ...props, attributes })}
      <DrawnBlocks blocks={drawing.after} onPress={changes.onPress} />
    </>
  )
}

type DrawnBlocksProps = { blocks: BlockDrawing['before']; onPress: Changes['onPress'] }

function DrawnBlocks({ blocks, onPress }: DrawnBlocksProps): ReactNode {
  const t = useT()
  return blocks.map(({ key, layer, text, type, dir }) => {
    const look = layer.way === 'onward' ? 'added' : 'removed'
    const words = text === '' ? t(`block.${type}`) : text
    return (
      <div
        key={key}
        className="drawn-block"
        contentEditable={false}
        role={look === 'added' ? 'insertion' : 'deletion'}
        dir={dir}
        data-words={withIsolateCharacters(words, dir)}
        data-card={key}
        data-look={look}
        data-author={layer.author}
        // A click on it would never reach the editor.
        onMouseDown={(event) => {
          event.preventDefault()
          event.stopPropagation()
          onPress(key)
        }}
      />
    )
  })
}
