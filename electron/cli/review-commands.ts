import { Argument, Option, type Command } from 'commander'
import { roleSchema } from '#core/review/states.ts'
import type { Translate } from '#core/locale/translate.ts'
import { assignCommand, type AssignOptions } from './commands/assign.ts'
import { commentCommand, type CommentOptions } from './commands/comment.ts'
import { proposeCommand } from './commands/propose.ts'
import type { By } from './acting-as.ts'
import type { Run } from './store-commands.ts'

/** Declares the commands that assign articles, comment on them and propose changes. */
export function addReviewCommands(program: Command, t: Translate, run: Run): void {
  const id = (): Argument => new Argument('<id>', t('cli.argument-id'))
  const role = (): Option => new Option('--role <role>', t('cli.option-role')).choices(roleSchema.options)
  program
    .command('comment')
    .description(t('cli.command-comment'))
    .addArgument(id())
    .argument('[text]', t('cli.argument-comment'))
    .option('--by <name>', t('cli.option-by'))
    .addOption(role().default('editor'))
    .option('--on <words>', t('cli.option-on'))
    .option('--block <id>', t('cli.option-block'))
    .option('--reply <thread>', t('cli.option-reply'))
    .option('--resolve <thread>', t('cli.option-resolve'))
    .option('--reopen <thread>', t('cli.option-reopen'))
    .action((article: string, text: string | undefined, options: CommentOptions & By) =>
      run((session) => commentCommand(session, article, text, options), options),
    )
  program
    .command('assign')
    .description(t('cli.command-assign'))
    .addArgument(id())
    .option('--by <name>', t('cli.option-by'))
    .addOption(role().default('editor'))
    .option('--to <name>', t('cli.option-assignee'), '')
    .option('--deadline <time>', t('cli.option-deadline'))
    .option('--task <text>', t('cli.option-task'), '')
    .action((article: string, options: AssignOptions & By) =>
      run((session) => assignCommand(session, article, options), options),
    )
  program
    .command('propose')
    .description(t('cli.command-propose'))
    .addArgument(id())
    .addArgument(new Argument('<file>', t('cli.argument-file')))
    .option('--by <name>', t('cli.option-by'))
    .option('--note <text>', t('cli.option-proposal-note'), '')
    .addOption(role().default('editor'))
    .action((article: string, path: string, options: By & { note: string }) =>
      run((session) => proposeCommand(session, article, path, options), options),
    )
}
