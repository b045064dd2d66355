/** People, the house and its file. */
export const people = {
  title: 'People and house',
  works: '{name} works here ({role})',
  'house-version': 'House “{name}”, version {version}',
  you: 'Your key',
  'you-hint':
    'Everybody who works in Midad has a key that signs what they do. It never leaves this machine. Its fingerprint is read out on the telephone, so that whoever adds you to the house knows that the key is yours.',
  fingerprint: 'Fingerprint of the key',
  'card-hint': 'Send your card to the administrator of the house, who adds you. It has your name and your public key.',
  copy: 'Copy the card',
  copied: 'The card was copied.',
  house: 'House',
  'no-house':
    'This store follows no house: whoever works here may do everything. If you are several people, make a house and be its administrator, or open the file that the administrator of yours issued.',
  follows:
    'This store follows the house “{name}”, version {version}. The roles of people, shared settings and destinations come from it.',
  'house-name': 'Name of the house',
  found: 'Make the house',
  open: 'Open a house file',
  save: 'Save the house file',
  'found-file':
    'House “{name}”, version {version}, signed by {by}. Check on the telephone that this is the fingerprint of that key:',
  'your-role': 'Your role in it: {role}.',
  'not-in-it': 'Your key is not in it, so you will work in it as a reporter until its administrator adds you.',
  follow: 'Follow this version',
  cancel: 'Do not follow it',
  taken: 'The store now follows version {version}.',
  members: 'People',
  'role-of': 'Role of {name}',
  remove: 'Take {name} out of the house',
  'add-card': 'Add a person: the card',
  'add-hint': 'Paste the card here, then compare the fingerprint on the telephone.',
  'no-card': 'There is no card in this text: a name, and the key below it.',
  'add-person': 'Add {name}',
  'is-member': '{name} is in the house already.',
  rules: 'What the house allows',
  'approve-own': 'Editors approve texts in which they wrote',
  'edit-others': 'Reporters write in the drafts of others',
  issue: 'Issue a new version',
  'issue-hint':
    'It is signed with your key, and holds the settings and destinations of this store without passwords. Give its file to everybody.',
  'only-administrator':
    'The administrator of the house changes this, and it reaches you with a new version of its file.',
  'decided-by-house': 'Your name and role come from the house file. Ask its administrator to change them.',
}
