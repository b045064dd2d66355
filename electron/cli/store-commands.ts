import { Argument, type Command } from 'commander'
import type { Translate } from '#core/locale/translate.ts'
import { openServiceAfterCheck } from '#electron/service/open-service.ts'
import { backupCommand, backupsCommand, restoreCommand } from './commands/backup.ts'
import { binEmptyCommand, binListCommand, binPutCommand, binTakeOutCommand } from './commands/bin.ts'
import { checkCommand, recoverCommand } from './commands/check.ts'
import { historyCommand, restoreArticleCommand } from './commands/history.ts'
import type { Answer } from './output.ts'
import type { How, Session } from './session.ts'

/**
 * Opens the store, does the work, closes the store and writes the answer.
 * @param how as whom; `open` replaces the usual way to open it
 */
export type Run = (work: (session: Session) => Promise<Answer>, how?: How) => Promise<void>

/** Declares the commands for backups, checks, history and the bin. */
export function addStoreCommands(program: Command, t: Translate, run: Run): void {
  const id = (): Argument => new Argument('<id>', t('cli.argument-id'))
  program
    .command('backup')
    .description(t('cli.command-backup'))
    .option('--to <dir>', t('cli.option-backup-to'))
    .action((options: { to?: string }) => run((session) => backupCommand(session, options)))
  program
    .command('backups')
    .description(t('cli.command-backups'))
    .action(() => run(backupsCommand))
  program
    .command('restore')
    .description(t('cli.command-restore'))
    .argument('<file>', t('cli.argument-backup'))
    .option('--by <name>', t('cli.option-by'))
    .action((file: string, options: { by?: string }) => run((session) => restoreCommand(session, file), options))
  program
    .command('check')
    .description(t('cli.command-check'))
    .action(() => run(checkCommand))
  program
    .command('recover')
    .description(t('cli.command-recover'))
    .action(() => run(recoverCommand, { open: openServiceAfterCheck }))
  program
    .command('history')
    .description(t('cli.command-history'))
    .addArgument(id())
    .action((article: string) => run((session) => historyCommand(session, article)))
  program
    .command('restore-article')
    .description(t('cli.command-restore-article'))
    .addArgument(id())
    .option('--point <hash>', t('cli.option-point'))
    .option('--from <file>', t('cli.option-from-backup'))
    .option('--by <name>', t('cli.option-by'))
    .action((article: string, options: { point?: string; from?: string; by?: string }) =>
      run((session) => restoreArticleCommand(session, article, options), { by: options.by }),
    )
  addBin(program.command('bin').description(t('cli.command-bin')), t, run)
}

function addBin(bin: Command, t: Translate, run: Run): void {
  const id = (): Argument => new Argument('<id>', t('cli.argument-id'))
  bin
    .command('list')
    .description(t('cli.command-bin-list'))
    .action(() => run(binListCommand))
  bin
    .command('put')
    .description(t('cli.command-bin-put'))
    .addArgument(id())
    .option('--by <name>', t('cli.option-by'))
    .action((article: string, options: { by?: string }) => run((session) => binPutCommand(session, article), options))
  bin
    .command('take-out')
    .description(t('cli.command-bin-take-out'))
    .addArgument(id())
    .option('--by <name>', t('cli.option-by'))
    .action((article: string, options: { by?: string }) =>
      run((session) => binTakeOutCommand(session, article), options),
    )
  bin
    .command('empty')
    .description(t('cli.command-bin-empty'))
    .argument('[ids...]', t('cli.argument-bin-ids'))
    .option('--yes', t('cli.option-yes'), false)
    .action((ids: string[], options: { yes: boolean }) => run((session) => binEmptyCommand(session, ids, options)))
}
