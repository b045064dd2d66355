import { Node, type Editor, type NodeEntry } from 'slate'
import type { Block, HeadType, TextBlock } from '#core/article/block.ts'
import { isHeadType } from '#core/article/block-types.ts'
import { isOrderedItem } from '#core/article/blocks/list.ts'
import { containerOf } from '../query.ts'
import { blocksOf, chosenBlocks } from '../selection/selected-blocks.ts'
import { selectedLines } from '../selection/selected-range.ts'
import { TURN_KINDS, turnKindOf, type TurnKind } from './turn-kinds.ts'

/** The kind of the selected blocks, which the toolbar shows as pressed. */
export type BlockKind = TurnKind | Exclude<Block['type'], HeadType> | 'head'

type Kinds = { kind: BlockKind | null; isTurnable: boolean }

type CachedKinds = Kinds & { children: Editor['children']; selection: Editor['selection'] }

/** A dozen buttons ask for the kind after every key press, so it is computed once. */
const KIND_CACHE = new WeakMap<Editor, CachedKinds>()

function kindsOf(editor: Editor): Kinds {
  const { children, selection } = editor
  const cached = KIND_CACHE.get(editor)
  if (cached?.children === children && cached.selection === selection) return cached
  const kinds = readKinds(editor)
  KIND_CACHE.set(editor, { children, selection, ...kinds })
  return kinds
}

/** @returns the kind that all the selected blocks of the body have, `head` in the head; null if they differ. */
export function blockKind(editor: Editor): BlockKind | null {
  return kindsOf(editor).kind
}

/** @returns whether commands can turn any of the selected lines into another kind of block. */
export function isTurnable(editor: Editor): boolean {
  return kindsOf(editor).isTurnable
}

function readKinds(editor: Editor): Kinds {
  const kinds = new Set(selectedLines(editor).map((line) => kindOfLine(editor, line)))
  const hasTurnable = [...kinds].some(isTurnKind)
  if (kinds.size > 1) kinds.delete('head')
  const [kind] = kinds
  if (kinds.size === 1 && kind !== undefined) return { kind, isTurnable: hasTurnable }
  return { kind: kindOfOne(editor), isTurnable: hasTurnable }
}

function isTurnKind(kind: BlockKind): kind is TurnKind {
  return (TURN_KINDS as readonly BlockKind[]).includes(kind)
}

function kindOfLine(editor: Editor, [line, path]: NodeEntry<TextBlock>): BlockKind {
  const list = line.type === 'list-item' ? containerOf(editor, path)?.[0] : undefined
  if (line.type === 'list-item' && list?.type === 'list') {
    return turnKindOf({ type: 'list', ordered: isOrderedItem(list, line) }) ?? 'list'
  }
  return kindOf(Node.get(editor, path.slice(0, 1)) as Block)
}

function kindOf(block: Block): BlockKind {
  return isHeadType(block.type) ? 'head' : (turnKindOf(block) ?? block.type)
}

/** @returns the kind of a single block that is selected as such, whatever lines are in it. */
function kindOfOne(editor: Editor): BlockKind | null {
  const run = chosenBlocks(editor)
  const [block, other] = run?.parent.length === 0 ? blocksOf(editor, run) : []
  return block === undefined || other !== undefined ? null : kindOf(block as Block)
}
