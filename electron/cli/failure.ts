import { CommanderError } from 'commander'
import { ContractError } from '#core/contract/errors.ts'
import { refusalWords } from '#core/locale/refusal.ts'
import type { MessageKey, MessageParams, Translate } from '#core/locale/translate.ts'

/** The exit status. 1: the command was valid, and the answer is no. 2: the command was not valid. */
export type FailureStatus = 1 | 2

/** A refusal by the command line itself; the service's are ContractErrors. */
export class Failure extends Error {
  readonly status: FailureStatus
  readonly key: MessageKey
  readonly params: MessageParams

  constructor(status: FailureStatus, key: MessageKey, params: MessageParams = {}) {
    super(key)
    this.name = 'Failure'
    this.status = status
    this.key = key
    this.params = params
  }
}

/**
 * @returns the exit status and a message of one line for an error that stopped a command.
 * @throws any unforeseen error.
 */
export function explain(error: unknown, t: Translate): { status: FailureStatus; line: string } {
  if (error instanceof CommanderError) return explain(misuse(error), t)
  if (error instanceof Failure) return { status: error.status, line: oneLine(t(error.key, error.params)) }
  if (error instanceof ContractError) {
    return { status: error.code === 'invalid-input' ? 2 : 1, line: oneLine(refusalWords(error.code, error.params, t)) }
  }
  throw error
}

/** Commander's messages are English. Only the names in their quotation marks are used. */
function misuse(error: CommanderError): Failure {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/gu)].map((match) => match[1] ?? '')
  switch (error.code) {
    case 'commander.help':
      return new Failure(2, 'cli.misuse-no-command')
    case 'commander.unknownCommand':
      return new Failure(2, 'cli.misuse-unknown-command', { name: first })
    case 'commander.unknownOption':
      return new Failure(2, 'cli.misuse-unknown-option', { name: first })
    case 'commander.missingArgument':
      return new Failure(2, 'cli.misuse-missing-argument', { name: first.toUpperCase() })
    case 'commander.missingMandatoryOptionValue':
      return new Failure(2, 'cli.misuse-missing-option', { name: first })
    case 'commander.optionMissingArgument':
      return new Failure(2, 'cli.misuse-missing-value', { name: first })
    case 'commander.invalidArgument': {
      const choices = error.message.split('Allowed choices are ').at(1)?.replace(/\.$/u, '') ?? ''
      return new Failure(2, 'cli.misuse-invalid-value', { value: first.startsWith('-') ? second : first, choices })
    }
    default:
      return new Failure(2, 'cli.misuse-excess')
  }
}

/**
 * Removes control characters: a message repeats what was typed, which must not break the line or control the terminal.
 */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').trim()
}
