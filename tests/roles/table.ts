import { ACT_RIGHTS, CALL_RIGHTS, MOVE_RIGHTS, type Rights } from '#core/newsroom/rights.ts'
import { roleSchema } from '#core/review/states.ts'

const ROLES = roleSchema.options
const WORDS = { yes: 'yes', own: 'own', no: '–' } as const

const row = (name: string, rights: Rights): string =>
  `| ${[name, ...ROLES.map((role) => WORDS[rights[role]])].join(' | ')} |`

function table(first: string, rights: Readonly<Record<string, Rights>>): string {
  const lines = Object.entries(rights).map(([name, each]) => row(`\`${name}\``, each))
  return [`| ${[first, ...ROLES].join(' | ')} |`, `|${' --- |'.repeat(ROLES.length + 1)}`, ...lines].join('\n')
}

/** @returns the page about roles, with the tables that the service checks. */
export function rolesPage(): string {
  return `# Roles

Written by \`npm run roles\` from \`core/newsroom/rights.ts\`, which the service checks on every call. Do not edit it by hand.

In a store without a house, whoever works there may make every call, and the steps of the review ask only for an editor. In a
store that follows a house file, the tables below hold. «own» is an article that the person brought in, or whose byline names
the person. Somebody whom the house does not know has the rights of a reporter.

Two rules of the house file add to the tables:

- \`approveOwn\`: without it, nobody approves or corrects an article after writing in it since it was last approved. Whoever
  imported the text wrote it, and so did whoever proposed words that were accepted.
- \`editOthers\`: with it, reporters may write in the drafts of others. Moving and deleting them stays with their authors.

## Steps of the review

Who may move an article to each state, where the workflow has that step.

${table('To', MOVE_RIGHTS)}

## What some inputs do besides

${table('Act', ACT_RIGHTS)}

## Calls

${table('Call', CALL_RIGHTS)}
`
}
