import { Argument, type Command } from 'commander'
import type { Translate } from '#core/locale/translate.ts'
import { handOverCommand, takeCommand } from './commands/hand-over.ts'
import type { By } from './acting-as.ts'
import type { Run } from './store-commands.ts'

/** Declares the commands that give an article to another machine, and take one in. */
export function addHandoverCommands(program: Command, t: Translate, run: Run): void {
  program
    .command('hand-over')
    .description(t('cli.command-hand-over'))
    .addArgument(new Argument('<id>', t('cli.argument-id')))
    .requiredOption('--out <dir>', t('cli.option-hand-over-out'))
    .option('--to <person>', t('cli.option-hand-over-to'))
    .option('--by <name>', t('cli.option-by'))
    .action((article: string, { by, ...options }: { out: string; to?: string } & By) =>
      run((session) => handOverCommand(session, article, options), { by }),
    )
  program
    .command('take')
    .description(t('cli.command-take'))
    .addArgument(new Argument('<file>', t('cli.argument-file')))
    .option('--look', t('cli.option-look'), false)
    .option('--propose-clashes', t('cli.option-propose-clashes'), false)
    .option('--by <name>', t('cli.option-by'))
    .action((path: string, { by, ...options }: { look: boolean; proposeClashes: boolean } & By) =>
      run((session) => takeCommand(session, path, options), { by }),
    )
}
