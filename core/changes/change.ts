import type { Inline } from '../article/inline.ts'

/**
 * Names a node of a document: a block at any depth. Blocks with the same key are versions of one block. `keys.ts` says
 * how keys are made.
 */
export type Key = string

/** The fields of a block, all but its children. */
export type Shell = Readonly<Record<string, unknown>>

/** A place in a line of the base, in units: UTF-16 units of its text; an object that is no text counts as one unit. */
export type Position = { readonly line: Key; readonly at: number }

/** The marks of a unit, the link or isolate around it, and whether that begins here although an equal one ends before. */
export type Attributes = Readonly<Record<string, unknown>>

/** What an edit inserts: text, an object of a line that is no text, or the end of the line and a new block after it. */
export type Piece =
  | { readonly text: string; readonly attributes: Attributes }
  | { readonly object: Inline }
  | { readonly block: Shell }

/**
 * Where a block goes among the children of its parent: into a gap between two children that the parent has in the base.
 * Gap 0 lies before the first. `seq` orders the blocks in one gap.
 */
export type Place = { readonly parent: Key; readonly gap: number; readonly seq: number }

/**
 * Replaces a range of text. A range that runs from one line into a later one joins them; a piece with a block splits the
 * line.
 */
export type TextEdit = {
  readonly kind: 'text'
  readonly from: Position
  readonly to: Position
  readonly pieces: readonly Piece[]
}

/** Sets one attribute of a range of text that stays. Without a value it is taken away. */
export type FormatChange = {
  readonly kind: 'format'
  readonly line: Key
  readonly start: number
  readonly end: number
  readonly name: string
  readonly value?: unknown
}

/** Sets one field of a block that stays. Without a value the field is taken away. */
export type FieldChange = {
  readonly kind: 'field'
  readonly node: Key
  readonly field: string
  readonly value?: unknown
}

/** Inserts a block without the blocks inside it: each of those has a change of its own. */
export type InsertChange = {
  readonly kind: 'insert'
  readonly node: Key
  readonly parent: Key
  /** Null for a block that its parent always has in one place, such as a caption. */
  readonly place: Place | null
  readonly shell: Shell
  /** The text of a line. Absent: the block is no line. */
  readonly inlines?: readonly Inline[]
}

/** Removes a block without the blocks inside it. */
export type RemoveChange = { readonly kind: 'remove'; readonly node: Key }

/** Moves a block that stays, with all that is inside it. */
export type MoveChange = { readonly kind: 'move'; readonly node: Key; readonly place: Place }

/** Sets a field of the article's metadata, or of the article itself. Without a value it is taken away. */
export type ArticleFieldChange = {
  readonly kind: 'metadata' | 'article'
  readonly field: string
  readonly value?: unknown
}

/**
 * One part of the difference of two articles. The parts are not ordered: each is addressed to the base, and all are
 * applied at once.
 */
export type Change =
  | TextEdit
  | FormatChange
  | FieldChange
  | InsertChange
  | RemoveChange
  | MoveChange
  | ArticleFieldChange

/** @returns the node that a change is about; the empty key for a field of the article. */
export function nodeOf(change: Change): Key {
  switch (change.kind) {
    case 'text':
      return change.from.line
    case 'format':
      return change.line
    case 'metadata':
    case 'article':
      return ''
    case 'insert':
    case 'field':
    case 'move':
    case 'remove':
      return change.node
  }
}
