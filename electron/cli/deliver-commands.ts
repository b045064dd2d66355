import { Argument, Option, type Command } from 'commander'
import type { Translate } from '#core/locale/translate.ts'
import { deliverCommand, deliveriesCommand, destinationsCommand, type DeliverOptions } from './commands/deliver.ts'
import type { By } from './acting-as.ts'
import type { Run } from './store-commands.ts'

/** Declares the commands for destinations and deliveries. */
export function addDeliverCommands(program: Command, t: Translate, run: Run): void {
  program
    .command('destinations')
    .description(t('cli.command-destinations'))
    .action(() => run(destinationsCommand))
  program
    .command('deliver')
    .description(t('cli.command-deliver'))
    .addArgument(new Argument('<id>', t('cli.argument-id')))
    .requiredOption('--to <name>', t('cli.option-to'))
    .addOption(
      new Option('--action <action>', t('cli.option-action'))
        .choices(['publish', 'withdraw', 'kill'])
        .default('publish'),
    )
    .option('--by <name>', t('cli.option-by'))
    .action((article: string, options: DeliverOptions & By) =>
      run((session) => deliverCommand(session, article, options), { by: options.by }),
    )
  program
    .command('deliveries')
    .description(t('cli.command-deliveries'))
    .addArgument(new Argument('[id]', t('cli.argument-id')))
    .action((article: string | undefined) => run((session) => deliveriesCommand(session, article)))
}
