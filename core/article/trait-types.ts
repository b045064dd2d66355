import type { AnyBlock, Block, BlockOf, ContainerBlock, HeadType, TextBlock, VoidBlock } from './block.ts'
import type { FieldRule } from './field-rules.ts'

type Type = AnyBlock['type']

/** Where a block may stand: once in the head, anywhere in the body, or only inside another block. */
type Place<T extends Type> = T extends HeadType ? 'head' : T extends Block['type'] ? 'body' : 'nested'

/** The named keys of a loose object, without its index signature. */
type NamedKeys<B> = keyof { [K in keyof B as string extends K ? never : K]: B[K] }

/** What only blocks of this type carry. An opaque block carries what another program gave it: nothing to make lawful. */
type OwnField<B> = B extends { type: 'unknown' } ? never : Exclude<NamedKeys<B>, 'type' | 'id' | 'dir' | 'children'>

type Common<T extends Type> = {
  readonly place: Place<T>
  /** How each field of its own is made lawful. They go when the block becomes another. */
  readonly fields: { readonly [F in OwnField<BlockOf<T>>]: FieldRule<BlockOf<T>[F]> }
  /** The sorts that a person can turn lines into, and the fields that each stands for. */
  readonly turns?: Readonly<Record<string, object>>
  /** Whether commands move, copy and delete it among its like, and not the whole block around it. */
  readonly arranged?: true
}

/**
 * What Enter does in a line. `docs/keyboard.md` says it to writers.
 * - `next-field`: goes to the next field of the head, from the last one to the body
 * - `split`: two of the same; an empty last line leaves its block
 * - `split-anew`: as `split`, and the second begins with fields of its own
 * - `item`: two of the same; an empty one comes one level out
 * - `paragraph`: a paragraph after it, at its start one above it; an empty one becomes a paragraph
 * - `after-block`: goes on after the block that the line belongs to
 * - `next-line`: goes to the next line of the same block; from the last one opens another block like it, and an empty
 *   block that holds nothing else becomes a paragraph
 * - `cell-below`: goes to the cell below, from the last row on after the table
 */
export type Enter =
  | 'next-field'
  | 'split'
  | 'split-anew'
  | 'item'
  | 'paragraph'
  | 'after-block'
  | 'next-line'
  | 'cell-below'

type TextTraits<T extends TextBlock['type']> = Common<T> & {
  readonly holds: 'text'
  /**
   * - `running`: its words may join those of the next running line of the same place
   * - `fixed`: belongs to the shape of its block: deleting over it empties it, and it stays
   * - `separate`: goes when it is deleted, but joins no other line
   */
  readonly line: 'running' | 'fixed' | 'separate'
  readonly enter: Enter
  /** Whether Shift+Enter breaks the line; otherwise it does what Enter does. */
  readonly softBreak: boolean
  /** What Backspace does at its start; `join` joins or goes to the line before, as `line` allows. */
  readonly backspace: 'join' | 'become-paragraph' | 'step-out'
  readonly tab: 'indent' | 'next-cell' | 'nothing'
  /** Whether blocks come in here: the slash menu opens, and each pasted line makes a line. */
  readonly takesBlocks: boolean
  /** Whether its words are of those that a desk pays and plans by. */
  readonly counted: boolean
}

/** What a container holds, in this order: each line of `lead` once, one or more items, each line of `tail` once. */
export type Shape = {
  readonly lead: readonly TextBlock['type'][]
  /** The first is what a line of another sort becomes, where it is a line itself. Empty: no items. */
  readonly items: readonly Exclude<Type, VoidBlock['type']>[]
  readonly tail: readonly TextBlock['type'][]
}

type ContainerTraits<T extends ContainerBlock['type']> = Common<T> & {
  readonly holds: 'blocks'
  readonly shape: Shape
  /** What parts its blocks in plain text. */
  readonly joint: '\n' | '\t'
  /** Whether running text stops at its edge. */
  readonly border: boolean
  /** Whether Backspace at the start of an empty one removes it whole. */
  readonly dissolves: boolean
}

type VoidTraits<T extends VoidBlock['type']> = Common<T> & {
  readonly holds: 'nothing'
  /** Whether Backspace after it and Delete before it remove it. */
  readonly deletes: boolean
}

/** The traits of a type of block. */
export type Traits<T extends Type> = T extends TextBlock['type']
  ? TextTraits<T>
  : T extends ContainerBlock['type']
    ? ContainerTraits<T>
    : T extends VoidBlock['type']
      ? VoidTraits<T>
      : never
