import { roleSchema, type Role, type State } from '../review/states.ts'

/** `yes`: may; `own`: may with one's own articles; `no`: may not. */
export type Right = 'yes' | 'own' | 'no'
export type Rights = Readonly<Record<Role, Right>>

const rights = (reporter: Right, editor: Right, chief: Right, administrator: Right): Rights => ({
  ...{ reporter, editor, chief, administrator },
})
const ALL = rights('yes', 'yes', 'yes', 'yes')
/** Reporters with their own articles, everybody else with all. */
const OWN = rights('own', 'yes', 'yes', 'yes')
const EDITORS = rights('no', 'yes', 'yes', 'yes')
const CHIEFS = rights('no', 'no', 'yes', 'yes')
const ADMINISTRATORS = rights('no', 'no', 'no', 'yes')
const NOBODY = rights('no', 'no', 'no', 'no')

/**
 * Who may make each call in a store that follows a house. The contract checks that each of its calls is here. What a call may do
 * with one input and not with another is in the tables below.
 */
export const CALL_RIGHTS = {
  'articles.list': ALL,
  'articles.facets': ALL,
  'articles.excerpts': ALL,
  'articles.create': ALL,
  'articles.duplicate': ALL,
  'articles.setSection': OWN,
  'articles.setGoal': OWN,
  'articles.get': ALL,
  'articles.open': ALL,
  'articles.close': ALL,
  'articles.save': OWN,
  'assets.add': ALL,
  'assets.thumbnail': ALL,
  'assets.read': ALL,
  'bin.put': OWN,
  'bin.putMany': OWN,
  'bin.list': ALL,
  'bin.takeOut': OWN,
  'bin.takeOutMany': OWN,
  'bin.empty': CHIEFS,
  'deliveries.send': EDITORS,
  'deliveries.sendMany': EDITORS,
  'deliveries.list': ALL,
  'deliveries.retry': EDITORS,
  'deliveries.cancel': EDITORS,
  'deliveries.compare': ALL,
  'deliveries.resolve': EDITORS,
  'desk.queues': ALL,
  'desk.assign': OWN,
  'desk.assignments': ALL,
  'desk.setRead': ALL,
  'desk.arrivals': ALL,
  'destinations.list': ALL,
  // With the destination as it is: each machine has a password of its own.
  'destinations.save': EDITORS,
  'destinations.remove': ADMINISTRATORS,
  'destinations.test': EDITORS,
  // What comes in is signed, and no decision counts that nobody with the right to it signed.
  'handover.box': ALL,
  'handover.give': ALL,
  'handover.look': ALL,
  'handover.take': ALL,
  'history.points': ALL,
  'history.read': ALL,
  'history.fork': ALL,
  'history.keep': OWN,
  'history.restore': OWN,
  'house.file': ALL,
  'house.found': ALL,
  'house.issue': ADMINISTRATORS,
  'house.look': ALL,
  'house.take': ALL,
  'import.recognise': ALL,
  'import.accept': ALL,
  'import.article': ALL,
  'import.take': ALL,
  'import.sides': ALL,
  'import.keep': ALL,
  'jobs.cancel': ALL,
  'people.who': ALL,
  'proposals.list': ALL,
  'proposals.save': ALL,
  'proposals.add': ALL,
  'proposals.file': ALL,
  'proposals.withdraw': ALL,
  'publish.preview': ALL,
  'publish.export': ALL,
  'publish.exportMany': ALL,
  'publish.exportFile': ALL,
  'publish.verify': ALL,
  'publish.chooseFolder': ALL,
  'publish.folders': ALL,
  'review.move': ALL,
  'review.moveMany': ALL,
  'review.standing': ALL,
  'review.open': ALL,
  'review.history': ALL,
  'settings.get': ALL,
  'settings.set': ALL,
  'store.status': ALL,
  'store.backUp': ALL,
  'store.stopBackUp': ALL,
  'store.check': ALL,
  'store.removed': EDITORS,
  'store.restore': CHIEFS,
  'store.sources': ALL,
  'store.restoreArticle': EDITORS,
  'threads.list': ALL,
  'threads.begin': ALL,
  'threads.reply': ALL,
  'threads.edit': ALL,
  'threads.takeBack': ALL,
  'threads.resolve': ALL,
  'threads.reopen': ALL,
  'threads.people': ALL,
} as const satisfies Readonly<Record<string, Rights>>

/** Who may move an article to a state, where the workflow has such a step. Nobody approves what they wrote: see `guard.ts`. */
export const MOVE_RIGHTS: Readonly<Record<State, Rights>> = {
  draft: OWN,
  submitted: OWN,
  'in-review': EDITORS,
  returned: EDITORS,
  approved: EDITORS,
  // Only an export leads there.
  exported: NOBODY,
  published: EDITORS,
  corrected: EDITORS,
  withdrawn: EDITORS,
  killed: CHIEFS,
}

/** What some inputs of a call do besides. */
export const ACT_RIGHTS = {
  /** `settings.set` with what a house shares, or with a name or a role. */
  'house settings': ADMINISTRATORS,
  /** `destinations.save` of a new destination, or with another name, address or way of sending. */
  'destination other than it is': ADMINISTRATORS,
  /** `import.take` of a text over that of an article which is here. */
  'import over an article': EDITORS,
} as const satisfies Readonly<Record<string, Rights>>

/** @returns the lowest role that may: whom a person asks. Null for nobody. */
export function lowestRole(table: Rights): Role | null {
  return roleSchema.options.find((role) => table[role] === 'yes') ?? null
}
