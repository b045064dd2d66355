import type { Fields } from './json.ts'

/** Lists deepen by one step at a time, from a first item that is not nested. */
export function tidyItems(list: Fields): Fields {
  if (list['type'] !== 'list' || !Array.isArray(list['children'])) return list
  const items: Fields[] = list['children']
  const depths = lawfulDepths(items.map(({ depth }) => Number(depth ?? 0)))
  return { ...list, children: items.map((item, index) => withDepth(item, depths[index] ?? 0)) }
}

/** @returns the nearest lawful depth of every item: the first 0, each at most one more than the one before. */
export function lawfulDepths(depths: readonly number[]): number[] {
  const lawful: number[] = []
  for (const depth of depths) lawful.push(Math.min(depth, (lawful.at(-1) ?? -1) + 1))
  return lawful
}

function withDepth(item: Fields, depth: number): Fields {
  if (depth > 0) return item['depth'] === depth ? item : { ...item, depth }
  if (!Object.hasOwn(item, 'depth') && !Object.hasOwn(item, 'ordered')) return item
  // An item of the first level is numbered as its list is.
  const { depth: _depth, ordered: _ordered, ...rest } = item
  return rest
}

/** Every row of a table has as many cells as the longest: empty ones are added. */
export function tidyRows(table: Fields, takeId: (own: unknown) => string): Fields {
  if (table['type'] !== 'table' || !Array.isArray(table['children'])) return table
  const rows: (Fields & { children: Fields[] })[] = table['children']
  const width = Math.max(...rows.map(({ children }) => children.length))
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
