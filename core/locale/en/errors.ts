import type { errors as ar } from '../ar/errors.ts'

export const errors: Record<keyof typeof ar, string> = {
  'invalid-input':
    'The request was incomplete or not valid, and nothing was changed. Check what you entered and try again.',
  'not-found': 'No article has this id. It may be in another store; go back to the library and choose it there.',
  conflict:
    'The store has another text of this article: another window saved it, or it was restored. Nothing is lost: merge the texts, save yours over it and the other stays as a version, or save yours as a new draft.',
  locked: 'The article is open for writing in another window. Close it there first, then go on here.',
  'not-editable':
    'The article cannot be edited in its present state. Take it back, or ask the editor to return it, then edit it.',
  'not-yours': '{by} wrote this, and only its author changes it or takes it back. Reply if you see it differently.',
  'would-move':
    'Changing the section of this article here would move it from “{from}” to “{to}”, so it was not changed. Open it and change it there if you want that.',
  'illegal-move':
    '{target, select, same {The article is “{to}” already.} exported {An article cannot go from “{from}” straight to “{to}”. Export it, and it will be.} other {An article cannot go from “{from}” straight to “{to}”. Choose one of the steps that its state allows now.}}',
  'role-not-allowed': 'Only an editor may do this. Ask one, or change your role in the settings if you are an editor.',
  'not-your-role':
    'In your house, this step is {needs, select, editor {for an editor} chief {for a chief editor} administrator {for the administrator} other {nobody’s to take by hand}}{needs, select, nobody {} other {. Ask for it}}.',
  'not-your-draft':
    'This article is by {author}, and in your house a reporter does not change another’s draft. Propose your change, or comment on the text.',
  'own-text':
    'You wrote in this text since it was last approved, and in your house nobody approves what they wrote. Ask another editor.',
  'house-decides': 'The house file says your name and role. Ask the administrator of the house to change them.',
  'by-in-house': 'This store follows a house file, so nobody acts there for somebody else. Leave out --by and --role.',
  'house-there': 'This store follows a house already. Issue a new version of its file instead.',
  'no-house':
    'This store follows no house. Make one, or take the file of yours from its administrator, then try again.',
  'no-key':
    'Your key is not on this machine, so nothing can be signed for you. Enter your name in the settings if you have not yet, or sign on the machine with your key.',
  'house-damaged':
    'This is no house file, or it is incomplete or damaged. Nothing was changed. Ask the administrator for it again.',
  'house-unsigned':
    'This house file is not signed, so nobody knows who issued it. Nothing was changed. Ask the administrator for the signed file.',
  'house-forged':
    'No administrator of the house that this store follows signed this file, or it was changed afterwards. Nothing was changed. Ask the administrator about it.',
  'house-other':
    'This is the file of another house than the one this store follows. Nothing was changed. Ask the administrator for yours.',
  'house-older':
    'This is an older version of the house file than the one this store follows, or differs from the one with its number. Nothing was changed. Ask the administrator for the newest.',
  'note-required': 'This step needs a note. Write the reason and try again.',
  'not-approved': 'The article has not been approved. Approve it first, or export it as a draft.',
  'no-headline': 'The article has no headline. Write one, then submit it.',
  'checks-failed':
    'The article cannot be {step, select, approval {approved} correction {marked as corrected} other {exported or sent}} before it has what the house requires: {checks}. {step, select, approval {Complete it, then approve it} correction {Add the correction to it, approve and send it, then try again} other {Complete it, approve it anew if its text changes, then try again}}. The checklist {isBeside, select, yes {here} other {on the export screen}} shows where.',
  'text-empty': 'There is no text in this file. Choose another, or paste the text itself.',
  'text-binary': 'This is not a text file. Save it as docx or plain text (.txt) in its own program, or paste its text.',
  'text-too-large': 'The text is larger than 10 MB. Split it and import each part separately.',
  'article-file-invalid':
    'This is not an article file that Midad saved, or it is cut short, or a later Midad made it. Choose a file whose name ends in .midad.json, or update Midad.',
  'import-damaged': 'The file is damaged or cut off; nothing was imported. Ask its sender for it again.',
  'import-empty': 'There is no article in this file: no text and no picture. Choose another file.',
  'import-newer': 'This file was written by a newer Midad. Update Midad on this machine, then import it.',
  'import-too-large':
    'The file is too large or too complex; nothing was imported. Split it and import each part separately.',
  'import-unsupported':
    'Midad does not read this format. Save the file from its program as docx, HTML or plain text, then import it.',
  'parsing-too-long':
    'Reading this file took too long and was stopped; nothing was taken from it. It may have been made to stop Midad: ask its sender for it in another format.',
  'picture-too-complex':
    'What is written into a picture of the article besides its pixels could not be read in a reasonable time, so the article does not leave. Save the picture again in a picture program, put it in its place, and try again.',
  'parsing-too-large':
    'Reading this file needed too much memory and was stopped; nothing was taken from it. Divide it, or ask its sender for it in another format.',
  'import-without-body':
    'This is a notice that kills or withdraws an article; its text is not in it. Nothing was imported.',
  'package-unsound':
    'The package is not sound; nothing was imported. Open “Verify a package” to see why, or ask its sender for it again.',
  'handover-unsound':
    'This hand-over is damaged, incomplete or was changed after it was written; nothing was taken from it. Ask whoever handed it over to do so again.',
  'handover-not-for-you':
    'This file is encrypted for somebody else, or for a key of yours that is not on this machine. Ask whoever handed it over to hand it to you by name.',
  'handover-clash':
    'Places that both sides changed: {count}. Nothing was taken in. Take the file with both versions kept as proposals, and settle them afterwards.',
  'handover-without-base':
    'This file does not hold all versions of the article, and some are not here. Ask whoever handed it over for all of it, without naming anybody.',
  'person-unknown':
    'This store does not know such a person. Take in the house file that names them, or hand over without encrypting.',
  'image-unsupported': 'This is not a picture that can be used. Choose a JPEG, PNG, WebP or GIF file.',
  'image-too-large': 'The picture is larger than 40 MB, or its dimensions are too large. Make it smaller, then add it.',
  'asset-missing': 'A picture of this article is not in the store. Add it again in its place in the article.',
  'asset-damaged': 'A picture in the store is damaged. Remove it from the article and add it again from its own file.',
  'article-damaged':
    'This article cannot be read: its stored text is damaged. Nothing was changed; open “Store health” to bring it back from its last sound revision or a backup.',
  'folder-missing': 'There is no folder at “{path}”. Make it, or choose another.',
  'folder-not-chosen':
    'The folder “{path}” was not chosen in Midad, or Midad must not use it. Choose one with the button for folders.',
  'address-refused': 'Midad was not allowed to reach “{site}”, and did not. Try again, and agree when you are asked.',
  'too-many-addresses':
    'Too many new addresses were asked for within an hour, so Midad did not reach “{site}”. Check the address, and try again in an hour.',
  'folder-not-writable': 'Nothing can be written into the folder “{path}”. Choose another, or change its permissions.',
  'not-a-file': 'What is at “{path}” is no file but a folder, a device or a pipe. Choose a file.',
  'name-too-long': 'The name or path “{path}” is longer than this disk allows. Choose a shorter one.',
  'file-missing': 'There is no file that can be read at “{path}”. Check the name and the place.',
  'package-too-large':
    'The package is larger than 512 MB and was not checked. Make sure that you chose the right file.',
  'never-exported':
    'This article never left in a package, so nobody has to be told that it is withdrawn or killed. No package is needed.',
  'no-printer':
    'No browser on this machine can print a PDF. Install Chromium, Chrome or Edge, or export another format.',
  cancelled: 'The work was stopped as you asked. What was written before stays.',
  'not-deletable':
    'This article has left the newsroom and cannot go into the bin. Correct or kill it in the review panel.',
  'in-the-bin': 'This article is in the bin. Take it out first, then open it.',
  'destination-missing': 'This destination is no longer there. Choose another, or add it again.',
  'destination-busy':
    'An article is being sent to “{name}” now, so the destination was not removed. Remove it once that is done, or cancel the delivery in the outbox first.',
  'delivery-missing': 'There is no delivery with this id. Refresh the list and choose from it.',
  'delivery-over':
    'This delivery is over and can be neither repeated nor cancelled. Send the article again if it is needed.',
  'already-public':
    'Readers see this article at “{name}”, so an embargo cannot hide it any more, and it is not sent while one is set. To hide it until the embargo ends, withdraw it there, then send it. To send the change now, remove the embargo and approve the article anew.',
  'not-killed':
    'The kill of an article that is not killed cannot be sent. Kill it first in the review, with the reason.',
  'backup-failed':
    'No backup was made in “{path}”. Make sure that the disk is connected and has space, then try again.',
  'backup-stopped':
    'The backup was stopped before it was done, and nothing of it is left. Earlier backups are as they were.',
  'backup-unsound': 'This backup is not sound, and nothing was restored from it. Choose an older one: “{path}”.',
  'backup-missing': 'There is no backup at “{path}”. Connect the disk that it is on, or choose another.',
  'store-in-use': 'This store is open in another Midad. Close that one, or work in it.',
  'store-read-only':
    'The store is read-only, so nothing can be saved. Let Midad write into its folder, then start it again.',
  'store-full':
    'The disk is full, and the last change was not saved. Free some space, or save a copy of what you wrote elsewhere; Midad keeps trying.',
  'store-corrupt':
    'The store’s file is damaged, and the requested data could not be read. Start Midad again: it then recovers everything that is sound, and keeps the damaged file as it is.',
  'store-newer': 'This store was made by a newer Midad. Update Midad on this machine, then open it.',
  'store-foreign':
    'There is a file in the store’s folder that is not Midad’s. It was left as it is; choose another folder.',
  'store-io':
    'The store’s folder could not be read or written. Check that the disk is connected, and the folder’s permissions.',
  internal:
    'Something unexpected went wrong in Midad, and the request was not completed. Try again; if it happens again, tell whoever looks after the program.',
  'connection-lost': 'The connection to Midad was lost. Make sure that it is still running, then try again.',
  'save-slow':
    'Saving takes longer than usual, and what you wrote last is not saved yet. Midad goes on trying; check the disk, or save a copy elsewhere.',
}
