import type { AnyBlock, Block, BlockOf, ContainerBlock, HeadType, TextBlock, VoidBlock } from './block.ts'
import type { FieldRule } from './field-rules.ts'

type Type = AnyBlock['type']

/**
 * Where a block may stand, derived from the schemas in `block.ts`.
 * - `head`: at most once, in the head
 * - `body`: at the top level after the head; some containers hold such blocks too
 * - `nested`: only inside a container
 */
type Place<T extends Type> = T extends HeadType ? 'head' : T extends Block['type'] ? 'body' : 'nested'

/** The declared keys of a loose object, without its index signature. */
type NamedKeys<B> = keyof { [K in keyof B as string extends K ? never : K]: B[K] }

/**
 * The fields that a type has beyond those of every block. An `unknown` block has none: what it carries came from
 * another program and must not be repaired.
 */
type OwnField<B> = B extends { type: 'unknown' } ? never : Exclude<NamedKeys<B>, 'type' | 'id' | 'dir' | 'children'>

/** The traits that every type has. */
type CommonTraits<T extends Type> = {
  readonly place: Place<T>
  /** The rule that repairs each field of this type. A block that becomes another type loses these fields. */
  readonly fields: { readonly [F in OwnField<BlockOf<T>>]: FieldRule<BlockOf<T>[F]> }
  /**
   * The commands that turn lines into this type, by their ids, with the fields that each sets. A subhead has one for
   * each level. Absent: no command turns a line into this type.
   */
  readonly turns?: Readonly<Record<string, object>>
  /**
   * Present: commands move, duplicate and delete this block among its siblings, and not the top-level block around it.
   */
  readonly arranged?: true
}

/**
 * What Enter does in a line. `with-breaks.ts` has one function for each value; `docs/keyboard.md` describes them to
 * writers.
 * - `next-field`: moves the caret to the next field of the head, and from the last one to the body
 * - `split`: splits the line in two of the same type; in an empty last line of a container, leaves the container
 * - `split-anew`: as `split`, but the second line gets default fields instead of a copy of the first line's
 * - `item`: splits the item in two; outdents an empty item
 * - `paragraph`: splits the line, and what follows the caret becomes a paragraph; at the start of the line, opens an
 *   empty paragraph above it; turns an empty line into a paragraph
 * - `on-or-after`: moves the caret to the next line that the container always has, or else to an empty paragraph after the
 *   top-level block
 * - `next-line`: moves the caret to the next line of the container; from the last line, inserts another container of
 *   the same type. An empty container without items becomes a paragraph instead
 * - `cell-below`: moves the caret to the cell below, and from the last row to after the table
 */
export type Enter =
  | 'next-field'
  | 'split'
  | 'split-anew'
  | 'item'
  | 'paragraph'
  | 'on-or-after'
  | 'next-line'
  | 'cell-below'

/** The traits of a line: a block whose children are text and inline elements. */
type TextTraits<T extends TextBlock['type']> = CommonTraits<T> & {
  readonly holds: 'text'
  /**
   * How a deletion treats the line.
   * - `running`: merges with a running line before or after it, unless the edge of an isolating container lies between
   * - `fixed`: part of its container's shape (or of the head): a deletion empties it but never removes it
   * - `separate`: can be removed, but never merges with another line
   */
  readonly line: 'running' | 'fixed' | 'separate'
  readonly enter: Enter
  /** Whether Shift+Enter inserts a line break. If not, it does what Enter does. */
  readonly softBreak: boolean
  /**
   * What Backspace does at the start of the line.
   * - `join`: merges it with the line before where `line` allows, else moves the caret there
   * - `become-paragraph`: turns it into a paragraph
   * - `step-out`: outdents it; on the first level, turns it into a paragraph outside the list
   */
  readonly backspace: 'join' | 'become-paragraph' | 'step-out'
  /** What Tab does; Shift+Tab does the reverse. `nothing` leaves the key to the browser. */
  readonly tab: 'indent' | 'next-cell' | 'nothing'
  /** Whether blocks can be inserted at this line: the slash menu opens, and each line of pasted text makes a block. */
  readonly takesBlocks: boolean
  /** Whether its words count towards the length of the article, by which a desk plans space and pays. */
  readonly counted: boolean
}

/**
 * The children of a container, in order: each line of `lead` once, one or more items, each line of `tail` once. The
 * normaliser and the editor restore this shape whenever it is broken.
 */
export type Shape = {
  /** Lines that always come first, such as the title of a factbox. They must have the `fixed` trait. */
  readonly lead: readonly TextBlock['type'][]
  /**
   * The types that may repeat. A line of another type becomes the first one, if that is a line too. Empty: no items.
   */
  readonly items: readonly Exclude<Type, VoidBlock['type']>[]
  /** Lines that always come last, such as the attribution of a quote. They must have the `fixed` trait. */
  readonly tail: readonly TextBlock['type'][]
}

/** The traits of a block that holds other blocks. */
type ContainerTraits<T extends ContainerBlock['type']> = CommonTraits<T> & {
  readonly holds: 'blocks'
  readonly shape: Shape
  /** Separates its children in plain text. */
  readonly delimiter: '\n' | '\t'
  /** Whether lines inside never merge with lines outside. A list is not isolating: an item may join a paragraph. */
  readonly isolating: boolean
  /** Whether Backspace at the start of an empty one replaces it with a paragraph. */
  readonly dissolves: boolean
}

/** The traits of a block that the caret cannot enter: Slate calls it void. */
type VoidTraits<T extends VoidBlock['type']> = CommonTraits<T> & {
  readonly holds: 'nothing'
  /** Whether Backspace after it and Delete before it remove it. If not, they select it, and the next press removes it. */
  readonly deletes: boolean
}

/** The traits of one block type. Which traits it has depends on what it holds; `TRAITS` has a row for every type. */
export type Traits<T extends Type> = T extends TextBlock['type']
  ? TextTraits<T>
  : T extends ContainerBlock['type']
    ? ContainerTraits<T>
    : T extends VoidBlock['type']
      ? VoidTraits<T>
      : never
