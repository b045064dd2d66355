import { Argument, Command, Option } from 'commander'
import { extraFormatSchema, formatSchema, type FormatId } from '#core/export/formats.ts'
import { QUEUES } from '#core/review/queues.ts'
import { roleSchema, STATES } from '#core/review/states.ts'
import type { State } from '#core/review/states.ts'
import type { Translate } from '#core/locale/translate.ts'
import { exportFileCommand } from './commands/export-file.ts'
import { exportCommand, type ExportOptions } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { listCommand, searchCommand, type Filters } from './commands/list.ts'
import { moveCommand } from './commands/move.ts'
import { showCommand } from './commands/show.ts'
import { verifyCommand } from './commands/verify.ts'
import type { Answer } from './output.ts'
import { writeAnswer } from './output.ts'
import type { GlobalOptions } from './session.ts'
import { withService } from './session.ts'
import type { By } from './acting-as.ts'
import { addDeliverCommands } from './deliver-commands.ts'
import { addHandoverCommands } from './handover-commands.ts'
import { addHouseCommands } from './house-commands.ts'
import { addReviewCommands } from './review-commands.ts'
import { addStoreCommands, type Run } from './store-commands.ts'

/**
 * Declares every command with its arguments and options.
 * @param setStatus called with the exit status after a command ran
 * @returns a program whose `parseAsync` throws instead of ending the process.
 */
export function createProgram(t: Translate, setStatus: (status: 0 | 1) => void): Command {
  const program = new Command('midad')
    .description(t('cli.about'))
    .option('--store <dir>', t('cli.option-store'))
    .option('--json', t('cli.option-json'))
  configure(program, t)

  const finish = (answer: Answer): void => {
    writeAnswer(answer, program.opts<GlobalOptions>().json === true)
    setStatus(answer.isNo === true ? 1 : 0)
  }
  const run: Run = async (work, how) => finish(await withService(program.opts<GlobalOptions>(), t, work, how))

  const id = (): Argument => new Argument('<id>', t('cli.argument-id'))
  const file = (): Argument => new Argument('<file>', t('cli.argument-file'))
  program
    .command('import')
    .description(t('cli.command-import'))
    .addArgument(file())
    .addOption(new Option('--as <how>', t('cli.option-as')).choices(['copy', 'revision', 'proposals']))
    .option('--only <numbers>', t('cli.option-only'))
    .option('--by <name>', t('cli.option-by'))
    .action((path: string, options: { as?: 'copy' | 'revision' | 'proposals'; only?: string; by?: string }) =>
      run(
        (session) =>
          importCommand(session, path, {
            ...(options.as === undefined ? {} : { as: options.as }),
            ...(options.only === undefined ? {} : { only: options.only.split(/[,،]/u).map(Number) }),
          }),
        { by: options.by },
      ),
    )
  filtered(program.command('list').description(t('cli.command-list')), t)
    .addOption(new Option('--queue <queue>', t('cli.option-queue')).choices(QUEUES))
    .option('--by <name>', t('cli.option-for'))
    .action(({ by, ...filters }: Filters & By) => run((session) => listCommand(session, filters), { by }))
  program
    .command('show')
    .description(t('cli.command-show'))
    .addArgument(id())
    .action((article: string) => run((session) => showCommand(session, article)))
  const search = program.command('search').description(t('cli.command-search'))
  filtered(search.argument('<words...>', t('cli.argument-words')), t).action((words: string[], filters: Filters) =>
    run((session) => searchCommand(session, words.join(' '), filters)),
  )
  program
    .command('move')
    .description(t('cli.command-move'))
    .addArgument(id())
    .addArgument(new Argument('<state>', t('cli.argument-state')).choices(STATES))
    .option('--by <name>', t('cli.option-by'))
    .option('--note <text>', t('cli.option-note'), '')
    .addOption(new Option('--role <role>', t('cli.option-role')).choices(roleSchema.options).default('editor'))
    .action((article: string, to: State, options: By & { note: string }) =>
      run((session) => moveCommand(session, article, to, options), { ...options, mustName: true }),
    )
  program
    .command('export')
    .description(t('cli.command-export'))
    .addArgument(new Argument('<id...>', t('cli.argument-id')))
    .requiredOption('--out <dir>', t('cli.option-out'))
    .option('--formats <names>', t('cli.option-formats', { names: extraFormatSchema.options.join() }))
    .addOption(
      new Option('--file <format>', t('cli.option-file', { names: formatSchema.options.join() }))
        .choices(formatSchema.options)
        .conflicts('formats'),
    )
    .option('--with-review', t('cli.option-with-review'), false)
    .option('--draft', t('cli.option-draft'), false)
    .option('--by <name>', t('cli.option-by'))
    .action((articles: string[], { file: format, by, ...options }: ExportOptions & By & { file?: FormatId }) =>
      run(
        (session) =>
          format === undefined
            ? exportCommand(session, articles, options)
            : exportFileCommand(session, articles, format, options),
        { by },
      ),
    )
  program
    .command('verify')
    .description(t('cli.command-verify'))
    .addArgument(file())
    .option('--schemas <dir>', t('cli.option-schemas'))
    .action(async (path: string, options: { schemas?: string }) =>
      finish(await verifyCommand(t, path, options.schemas)),
    )
  addReviewCommands(program, t, run)
  addHandoverCommands(program, t, run)
  addHouseCommands(program, t, run)
  addDeliverCommands(program, t, run)
  addStoreCommands(program, t, run)
  return program
}

/** Adds the filters of a list. */
function filtered(command: Command, t: Translate): Command {
  return command
    .addOption(new Option('--state <state...>', t('cli.option-state')).choices(STATES))
    .option('--author <name>', t('cli.option-author'))
    .option('--section <name>', t('cli.option-section'))
    .option('--from <day>', t('cli.option-from-day'))
    .option('--to <day>', t('cli.option-to-day'))
    .option('--image', t('cli.option-image'))
    .option('--no-image', t('cli.option-no-image'))
}

/** Sets what commands copy from the program when they are added, so this comes before them. */
function configure(program: Command, t: Translate): void {
  const titles: Record<string, string> = {
    'Usage:': t('cli.help-usage'),
    'Arguments:': t('cli.help-arguments'),
    'Options:': t('cli.help-options'),
    'Global Options:': t('cli.help-global'),
    'Commands:': t('cli.help-commands'),
  }
  program
    .exitOverride()
    .helpOption('-h, --help', t('cli.help-help'))
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titles[title] ?? title })
    // `explain` writes errors, in the person's language and on one line. Help is shown only when it is asked for.
    .configureOutput({ outputError: () => {}, writeErr: () => {} })
}
