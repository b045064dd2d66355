import type { Fields } from './json.ts'

/** Repairs the depths of list items. Returns any other block unchanged. */
export function tidyItems(list: Fields): Fields {
  if (list['type'] !== 'list' || !Array.isArray(list['children'])) return list
  const items: Fields[] = list['children']
  const depths = validDepths(items.map(({ depth }) => Number(depth ?? 0)))
  return { ...list, children: items.map((item, index) => withDepth(item, depths[index] ?? 0)) }
}

/** @returns the nearest valid depth of every item: 0 for the first, and at most one more than the item before. */
export function validDepths(depths: readonly number[]): number[] {
  const valid: number[] = []
  for (const depth of depths) valid.push(Math.min(depth, (valid.at(-1) ?? -1) + 1))
  return valid
}

function withDepth(item: Fields, depth: number): Fields {
  if (depth > 0) return item['depth'] === depth ? item : { ...item, depth }
  if (!Object.hasOwn(item, 'depth') && !Object.hasOwn(item, 'ordered')) return item
  // A first-level item is numbered as its list is.
  const { depth: _depth, ordered: _ordered, ...unnested } = item
  return unnested
}

/** Adds empty cells until every row of a table is as long as the longest. Returns any other block unchanged. */
export function tidyRows(table: Fields, takeId: (own: unknown) => string): Fields {
  if (table['type'] !== 'table' || !Array.isArray(table['children'])) return table
  const rows: (Fields & { children: Fields[] })[] = table['children']
  const width = rows.reduce((most, { children }) => Math.max(most, children.length), 0)
  return {
    ...table,
    children: rows.map((row) => {
      const missing = Array.from({ length: width - row.children.length }, () => ({
        type: 'table-cell',
        id: takeId(undefined),
        dir: row['dir'],
        children: [{ text: '' }],
      }))
      return missing.length === 0 ? row : { ...row, children: [...row.children, ...missing] }
    }),
  }
}
