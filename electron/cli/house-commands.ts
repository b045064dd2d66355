import { Argument, Option, type Command } from 'commander'
import type { Translate } from '#core/locale/translate.ts'
import { roleSchema, type Role } from '#core/review/states.ts'
import { houseCardCommand, houseShowCommand } from './commands/house-show.ts'
import {
  houseAddCommand,
  houseIssueCommand,
  houseMakeCommand,
  houseRemoveCommand,
  houseRoleCommand,
} from './commands/house-issue.ts'
import { houseExportCommand, houseTakeCommand } from './commands/house-file.ts'
import type { Run } from './store-commands.ts'

/** Declares the commands for the house: its people, and its file. */
export function addHouseCommands(program: Command, t: Translate, runAs: Run): void {
  const run: Run = (work) => runAs(work, { asPerson: true })
  const house = program.command('house').description(t('cli.command-house'))
  house
    .command('show')
    .description(t('cli.command-house-show'))
    .action(() => run(houseShowCommand))
  house
    .command('card')
    .description(t('cli.command-house-card'))
    .option('--name <name>', t('cli.option-own-name'))
    .action((options: { name?: string }) => run((session) => houseCardCommand(session, options)))
  house
    .command('make')
    .description(t('cli.command-house-make'))
    .addArgument(new Argument('<name>', t('cli.argument-house-name')))
    .option('--name <name>', t('cli.option-own-name'))
    .action((name: string, options: { name?: string }) => run((session) => houseMakeCommand(session, name, options)))
  addPeople(house, t, run)
  house
    .command('issue')
    .description(t('cli.command-house-issue'))
    .action(() => run(houseIssueCommand))
  house
    .command('export')
    .description(t('cli.command-house-export'))
    .requiredOption('--out <dir>', t('cli.option-hand-over-out'))
    .action((options: { out: string }) => run((session) => houseExportCommand(session, options)))
  house
    .command('take')
    .description(t('cli.command-house-take'))
    .addArgument(new Argument('<file>', t('cli.argument-house-file')))
    .option('--look', t('cli.option-look'), false)
    .option('--fingerprint <digits>', t('cli.option-fingerprint'))
    .action((path: string, options: { look: boolean; fingerprint?: string }) =>
      run((session) => houseTakeCommand(session, path, options)),
    )
}

function addPeople(house: Command, t: Translate, run: Run): void {
  const person = (): Argument => new Argument('<person>', t('cli.argument-person'))
  house
    .command('add')
    .description(t('cli.command-house-add'))
    .addArgument(new Argument('<card>', t('cli.argument-card')))
    .addOption(new Option('--role <role>', t('cli.option-house-role')).choices(roleSchema.options).default('reporter'))
    .action((path: string, options: { role: Role }) => run((session) => houseAddCommand(session, path, options)))
  house
    .command('role')
    .description(t('cli.command-house-role'))
    .addArgument(person())
    .addArgument(new Argument('<role>', t('cli.option-house-role')).choices(roleSchema.options))
    .action((typed: string, role: Role) => run((session) => houseRoleCommand(session, typed, role)))
  house
    .command('remove')
    .description(t('cli.command-house-remove'))
    .addArgument(person())
    .action((typed: string) => run((session) => houseRemoveCommand(session, typed)))
}
