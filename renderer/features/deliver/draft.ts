import { destinationConfigSchema, needsSecret } from '#core/export/destinations/index.ts'
import type { DestinationConfig, DestinationKind } from '#core/export/destinations/index.ts'
import type { Destination } from '#renderer/bridge/use-destinations.ts'

type SectionRow = { section: string; category: string }
type AuthorRow = { byline: string; account: string }

/** The form's state: the fields of every kind, whichever kind is chosen. */
export type Draft = {
  kind: DestinationKind
  name: string
  address: string
  account: string
  /** Empty keeps the stored one. */
  secret: string
  folder: string
  layout: 'flat' | 'by-date'
  readByOthers: boolean
  sections: SectionRow[]
  authors: AuthorRow[]
}

export type DraftField = 'name' | 'address' | 'account' | 'secret' | 'folder'

/** @returns an empty form. */
export function emptyDraft(kind: DestinationKind): Draft {
  const names = { name: '', address: '', account: '', secret: '', folder: '' }
  return { kind, ...names, layout: 'flat', readByOthers: false, sections: [], authors: [] }
}

/** @returns the form for a stored destination. Its secret is never sent back, so that field is empty. */
export function draftOf({ name, config }: Destination): Draft {
  const empty = { ...emptyDraft(config.kind), name }
  if (config.kind === 'folder') return { ...empty, ...config }
  const sections = Object.entries(config.sections).map(([section, category]) => ({ section, category }))
  const authors = Object.entries(config.authors ?? {}).map(([byline, account]) => ({ byline, account }))
  const account = config.kind === 'wordpress' ? config.account : ''
  return { ...empty, address: config.address, account, sections, authors }
}

/** @returns the address with `https://` in front, where a person left the scheme out. */
function fullAddress(typed: string): string {
  const address = typed.trim()
  return address === '' || /^[a-z]+:\/\//iu.test(address) ? address : `https://${address}`
}

/** @returns the rows of a table of names, without those that lack one. */
function mapped(rows: readonly (readonly [string, string])[]): Record<string, string> {
  const trimmed = rows.map(([here, there]) => [here.trim(), there.trim()] as const)
  return Object.fromEntries(trimmed.filter(([here, there]) => here !== '' && there !== ''))
}

/** @returns the form's values as the contract takes them; null while a field is missing or invalid. */
export function configOf({
  kind,
  address,
  account,
  folder,
  layout,
  readByOthers,
  ...draft
}: Draft): DestinationConfig | null {
  const sections = mapped(draft.sections.map(({ section, category }) => [section, category]))
  const authors = mapped(draft.authors.map((row) => [row.byline, row.account]))
  const parsed = destinationConfigSchema.safeParse({
    ...{ kind, account, folder, layout, readByOthers },
    address: fullAddress(address),
    sections,
    ...(Object.keys(authors).length === 0 ? {} : { authors }),
  })
  return parsed.success ? parsed.data : null
}

const FIELDS: Readonly<Record<DestinationKind, readonly DraftField[]>> = {
  wordpress: ['address', 'account'],
  ghost: ['address'],
  folder: ['folder'],
}

/** @param hasSecret whether one is stored. @returns the missing or invalid fields, in the order of the form. */
export function invalidFields(draft: Draft, hasSecret: boolean): DraftField[] {
  const { kind, name, secret } = draft
  const parsed = destinationConfigSchema.safeParse({
    ...draft,
    address: fullAddress(draft.address),
    sections: {},
    authors: {},
  })
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]))
  return [
    ...(name.trim() === '' ? (['name'] as const) : []),
    ...FIELDS[kind].filter((field) => wrong.has(field)),
    ...(needsSecret(kind) && !hasSecret && secret.trim() === '' ? (['secret'] as const) : []),
  ]
}
