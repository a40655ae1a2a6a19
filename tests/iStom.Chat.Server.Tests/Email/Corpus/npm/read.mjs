// Reads every message of a folder with mailparser; writes what it found as JSON.
import { readdirSync, readFileSync } from 'node:fs'
import { simpleParser } from 'mailparser'

const [folder] = process.argv.slice(2)
const people = (field) => (field?.value ?? []).flatMap((one) => one.group ?? [one]).map(({ name, address }) => ({ name: name ?? '', address: address ?? '' }))
const read = async (file) => {
  const mail = await simpleParser(readFileSync(`${folder}/${file}`))
  const files = mail.attachments.map((one) => ({ name: one.filename ?? '', type: one.contentType ?? '', content: one.content.toString('base64') }))
  return { subject: mail.subject ?? '', from: people(mail.from), text: mail.text ?? '', files }
}
const all = {}
for (const file of readdirSync(folder)) all[file.replace(/\.eml$/, '')] = await read(file).catch((error) => ({ error: String(error) }))
process.stdout.write(JSON.stringify(all))
