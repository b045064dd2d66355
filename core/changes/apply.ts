import type { Article } from '../article/article.ts'
import type { Block } from '../article/block.ts'
import { shapeOf, isContainerType } from '../article/block-types.ts'
import type { NewId } from '../article/factories.ts'
import { normaliseDocument } from '../article/normalise.ts'
import type { Change, FieldChange, InsertChange, Key, MoveChange, Shell } from './change.ts'
import { editLines, type EditedLine, type EditedLines } from './edit-lines.ts'
import { readLine, writeLine } from './line.ts'
import { lineAt, ROOT, shellOf, treeOf, type Node, type Tree } from './tree.ts'

type Fields = Record<string, unknown>
/** The changes of one kind. */
type Of<K extends Change['kind']> = Extract<Change, { kind: K }>

function ofKind<K extends Change['kind']>(changes: readonly Change[], kind: K): Of<K>[] {
  return changes.filter((change): change is Of<K> => change.kind === kind)
}

function withFields(fields: Shell, changes: readonly { field: string; value?: unknown }[]): Shell {
  const result: Fields = { ...fields }
  for (const { field, value } of changes) {
    if (value === undefined) delete result[field]
    else result[field] = value
  }
  return result
}

/** @returns what text and format changes make of the lines that they name or cover. */
export function editedLines(tree: Tree, changes: readonly Change[]): EditedLines {
  const [texts, formats] = [ofKind(changes, 'text'), ofKind(changes, 'format')]
  const named = new Set([...texts.flatMap(({ from, to }) => [from.line, to.line]), ...formats.map(({ line }) => line)])
  for (const { from, to } of texts) for (const key of covered(tree, from.line, to.line)) named.add(key)
  const lines = [...tree.nodes.keys()].flatMap((key) => {
    const block = named.has(key) ? lineAt(tree, key) : null
    return block === null ? [] : [{ key, line: readLine(block.children) }]
  })
  return editLines(lines, texts, formats)
}

/** @returns the lines that a text change runs over after its first, up to and with its last. */
export function covered(tree: Tree, from: Key, to: Key): readonly Key[] {
  if (from === to) return []
  const [first, last] = [tree.nodes.get(from), tree.nodes.get(to)]
  if (first === undefined || last === undefined) return []
  return (tree.free.get(first.parent) ?? []).slice(first.index + 1, last.index + 1)
}

/** @returns nodes with all that they are in */
function touchedNodes(tree: Tree, keys: readonly Key[]): Set<Key> {
  const touched = new Set<Key>()
  for (const key of keys)
    for (let at: Key | undefined = key; at !== undefined && !touched.has(at); at = tree.nodes.get(at)?.parent)
      touched.add(at)
  return touched
}

/** Builds the document that changes make of a base. */
class Builder {
  readonly #tree: Tree
  readonly #lines: EditedLines
  readonly #fields: ReadonlyMap<Key, FieldChange[]>
  readonly #removed: ReadonlySet<Key>
  readonly #placed: ReadonlyMap<string, (InsertChange | MoveChange)[]>
  readonly #moved: ReadonlySet<Key>
  readonly #inserts: ReadonlyMap<Key, InsertChange>
  readonly #fixed: ReadonlyMap<Key, InsertChange[]>
  readonly #ids: Set<unknown>
  /** The ids of blocks of the base that cannot have the one that a change gives them. */
  readonly #ownIds = new Map<Key, unknown>()
  readonly #newId: NewId
  /** The nodes that changes name, and those around them. */
  readonly #touched: ReadonlySet<Key>
  readonly renamed: Renamed[] = []
  /** The blocks of the base that stay as they are. Versions that share them are compared in a fraction of the time. */
  readonly kept = new Set<unknown>()
  readonly #built = new Set<Key>()

  constructor(tree: Tree, changes: readonly Change[], newId: NewId) {
    const [inserts, moves] = [ofKind(changes, 'insert'), ofKind(changes, 'move')]
    this.#tree = tree
    this.#newId = newId
    this.#lines = editedLines(tree, changes)
    this.#fields = Map.groupBy(ofKind(changes, 'field'), ({ node }) => node)
    this.#removed = new Set(ofKind(changes, 'remove').map(({ node }) => node))
    this.#moved = new Set(moves.map(({ node }) => node))
    this.#inserts = new Map(inserts.map((change) => [change.node, change]))
    this.#fixed = Map.groupBy(
      inserts.filter(({ place }) => place === null),
      ({ parent }) => parent,
    )
    this.#placed = Map.groupBy(
      [...inserts, ...moves].filter(({ place }) => place !== null).toSorted(bySeq),
      ({ place }) => gapName(place?.parent ?? ROOT, place?.gap ?? 0),
    )
    // An id that two blocks claim stays with the one that has it in the base.
    const kept = [...tree.nodes.values()].filter(({ key }) => this.#stays(key))
    const isGiven = ({ key, block }: Node): boolean => this.#shell(key)['id'] !== block.id
    this.#ids = new Set(kept.filter((node) => !isGiven(node)).map(({ block }) => block.id))
    for (const { key } of kept.filter(isGiven)) this.#ownIds.set(key, this.#claim(this.#shell(key)['id']))
    this.#touched = touchedNodes(tree, [
      ...[...this.#lines.keys(), ...this.#fields.keys(), ...this.#removed, ...this.#moved],
      ...[...moves.map(({ place }) => place.parent), ...inserts.map(({ parent }) => parent)],
    ])
  }

  /** @returns the id, or a new one if another block has it. */
  #claim(id: unknown): unknown {
    const free = this.#ids.has(id) ? this.#newId() : id
    this.#ids.add(free)
    if (free !== id) this.renamed.push({ from: String(id), to: String(free) })
    return free
  }

  #stays(key: Key): boolean {
    return !this.#removed.has(key) && this.#lines.get(key)?.length !== 0
  }

  #shell(key: Key): Shell {
    const block = this.#tree.nodes.get(key)?.block
    return withFields(block === undefined ? {} : shellOf(block), this.#fields.get(key) ?? [])
  }

  /** @returns the shell of a block that the base does not have, with an id that no other block has. */
  #newShell(shell: Shell): Shell {
    const id = this.#claim(shell['id'])
    return id === shell['id'] ? shell : { ...shell, id }
  }

  document(): unknown[] {
    const head = this.#fixedBlocks(ROOT)
    const body = this.#free(ROOT)
    // Nothing is lost that has no place any more: it goes to the end.
    const rest = [...this.#inserts.keys(), ...this.#moved].flatMap((key) =>
      this.#built.has(key) ? [] : this.#node(key),
    )
    return [...head, ...body, ...rest]
  }

  /** @returns the children of a node with a fixed place, in any order. */
  #fixedBlocks(parent: Key): Fields[] {
    const old = (this.#tree.fixed.get(parent) ?? []).filter((key) => !this.#removed.has(key))
    const now = (this.#fixed.get(parent) ?? []).map(({ node }) => node)
    return [...old, ...now].flatMap((key) => this.#node(key))
  }

  /** @returns the children of a node that can move, in order. */
  #free(parent: Key): Fields[] {
    const base = this.#tree.free.get(parent) ?? []
    const result: Fields[] = []
    const place = (gap: number): void => {
      for (const { node } of this.#placed.get(gapName(parent, gap)) ?? []) result.push(...this.#node(node))
    }
    for (const [index, key] of base.entries()) {
      place(index)
      if (this.#moved.has(key)) continue
      // What stays of a container that is gone stands where it stood.
      if (this.#removed.has(key)) result.push(...this.#free(key))
      else result.push(...this.#node(key))
    }
    place(base.length)
    return result
  }

  /** @returns the block of a node; several for a line that was split, none for one that was joined. */
  #node(key: Key): Fields[] {
    if (this.#built.has(key)) return []
    this.#built.add(key)
    const insert = this.#inserts.get(key)
    if (insert !== undefined) {
      const shell = this.#newShell(insert.shell)
      if (insert.inlines !== undefined) return [{ ...shell, children: insert.inlines }]
      return [{ ...shell, children: this.#children(key, shell) }]
    }
    const block = this.#tree.nodes.get(key)?.block
    if (block === undefined) return []
    if (!this.#touched.has(key)) {
      this.kept.add(block)
      return [block]
    }
    const own = this.#ownIds.get(key)
    const shell = own === undefined ? this.#shell(key) : { ...this.#shell(key), id: own }
    const lines = this.#lines.get(key)
    if (lines !== undefined) return lines.map((line) => this.#line(shell, line))
    if (lineAt(this.#tree, key) !== null) return [{ ...shell, children: block.children }]
    return [{ ...shell, children: this.#children(key, shell) }]
  }

  #line(own: Shell, { shell, line }: EditedLine): Fields {
    return { ...(shell === null ? own : this.#newShell(shell)), children: writeLine(line) }
  }

  #children(key: Key, { type }: Shell): unknown[] {
    if (!isContainerType(type)) return [{ text: '' }]
    const fixed = this.#fixedBlocks(key)
    const { lead, tail } = shapeOf(type)
    const take = (wanted: string): Fields[] => {
      const at = fixed.findIndex((block) => block['type'] === wanted)
      return at === -1 ? [] : fixed.splice(at, 1)
    }
    const [first, last] = [lead.flatMap(take), tail.flatMap(take)]
    return [...first, ...fixed, ...this.#free(key), ...last]
  }
}

function gapName(parent: Key, gap: number): string {
  return `${gap} ${parent}`
}

function bySeq(one: InsertChange | MoveChange, other: InsertChange | MoveChange): number {
  return (one.place?.seq ?? 0) - (other.place?.seq ?? 0) || (one.node < other.node ? -1 : 1)
}

/** A block that could not have its id, because another block has it. */
export type Renamed = { readonly from: string; readonly to: string }

/** @returns what `apply` does, and the blocks that got another id. */
export function applied(
  base: Article,
  changes: readonly Change[],
  newId: NewId,
): { article: Article; renamed: readonly Renamed[] } {
  const builder = new Builder(treeOf(base.document), changes, newId)
  const document = builder.document()
  const { document: _document, metadata, ...rest } = base
  const article = {
    ...(withFields(rest, ofKind(changes, 'article')) as typeof rest),
    metadata: withFields(metadata, ofKind(changes, 'metadata')) as Article['metadata'],
    document: normaliseDocument(document, newId, builder.kept) satisfies Block[],
  }
  return { article, renamed: builder.renamed }
}

/**
 * Builds the document that changes make, as it is before the normaliser: blocks and texts keep fields that no article has.
 * @param newId makes ids for a block whose id another has
 */
export function builtDocument(base: Article, changes: readonly Change[], newId: NewId): unknown[] {
  return new Builder(treeOf(base.document), changes, newId).document()
}

/**
 * Applies changes to the article that they were computed from, all at once.
 * @param base valid
 * @param changes all of a difference, or any groups of it
 * @param newId makes ids for blocks that the normaliser adds, and for a block whose id another has
 * @returns a valid article
 */
export function apply(base: Article, changes: readonly Change[], newId: NewId): Article {
  return applied(base, changes, newId).article
}
