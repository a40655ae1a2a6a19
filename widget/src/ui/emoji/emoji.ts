/** In the order in which they are shown; the system draws them. */
export const groups = {
  faces: '🙂 😀 😊 😅 😂 😉 😍 🤗 🤔 😐 😕 😟 😢 😭 😡 😱 😴 🤒 🤷 🙈'.split(' '),
  hands: '👍 👎 👌 🙏 👏 🤝 💪 👋 ✌️ ☝️ 👉 ✍️'.split(' '),
  signs: '✅ ❌ ❗ ❓ ⚠️ ⏳ ⏰ 🔔 🔥 ⭐ ❤️ 💯 🎉 ➕'.split(' '),
  work: '🦷 🏥 🖥️ 💻 🖨️ 📱 📷 📎 📄 📅 🧾 💳 💰 🔑 🔒 🛠️ ☎️ ✉️'.split(' '),
};

const most = 8;

/** Those used last, the newest first. */
export function afterUse(recent: readonly string[], used: string): string[] {
  return [used, ...recent.filter((other) => other !== used)].slice(0, most);
}
