// A small bot on discord.js as it comes from npm. It prints one JSON line for each thing that happens;
// the test on the other side acts as the people, and as the network.
import { Client, Events, GatewayIntentBits } from 'discord.js';

const say = (event, fields = {}) => console.log(JSON.stringify({ event, ...fields }));
const fail = (error) => {
  say('error', { message: String(error?.stack ?? error) });
  process.exitCode = 1;
};

process.on('unhandledRejection', fail);

const client = new Client({
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMembers,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.GuildModeration,
    GatewayIntentBits.MessageContent,
  ],
  rest: { api: process.env.SANDBOX_API },
});

client.on('error', fail);
client.on('raw', ({ t, d }) => {
  if (t === 'READY') say('READY', { guilds: d.guilds.length, resume: d.resume_gateway_url });
  if (t === 'GUILD_CREATE') say('GUILD_CREATE', { id: d.id, channels: d.channels.length, members: d.members.length });
  if (t === 'RESUMED') say('RESUMED');
  if (t === 'GUILD_BAN_ADD') say('GUILD_BAN_ADD', { user: d.user.id });
});
client.on(Events.ShardReconnecting, () => say('reconnecting'));

client.once(Events.ClientReady, async (ready) => {
  const command = await ready.application.commands.create({
    name: 'echo',
    description: 'Says it again.',
    options: [{ type: 3, name: 'text', description: 'What to say', required: true, max_length: 100 }],
  });
  say('registered', { id: command.id, name: command.name });
  say('ready', { user: ready.user.id, guilds: ready.guilds.cache.size });
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.reply({ content: interaction.options.getString('text', true) });
  const edited = await interaction.editReply(`${interaction.options.getString('text', true)}!`);
  const followUp = await interaction.followUp({ content: 'and more', flags: 64 });
  say('answered', { by: interaction.user.id, content: edited.content, ephemeral: followUp.flags.has(64) });
});

const deeds = {
  async edit(message) {
    const first = await message.channel.send({ content: 'one', embeds: [{ title: 'A title', fields: [{ name: 'n', value: 'v' }] }] });
    const second = await first.edit('two');
    await second.react('👍');
    say('edited', { id: second.id, before: first.id, content: second.content, embeds: second.embeds.length });
  },
  async upload(message) {
    const sent = await message.reply({ files: [{ attachment: Buffer.from('hello'), name: 'hello.txt' }] });
    say('uploaded', { name: sent.attachments.first().name, size: sent.attachments.first().size, reference: sent.reference.messageId });
  },
  async ban(message, id) {
    const user = await message.guild.members.ban(id, { reason: 'raid über 9000', deleteMessageSeconds: 3600 });
    const ban = await message.guild.bans.fetch({ user: id, force: true });
    say('banned', { user: user.id, reason: ban.reason });
  },
  async stop() {
    await client.destroy();
    say('stopped');
  },
};

client.on(Events.MessageCreate, async (message) => {
  if (message.author.bot) return;
  const [deed, ...words] = message.content.split(' ');
  say('message', { content: message.content, author: message.author.id, member: message.member?.id });
  await deeds[deed]?.(message, ...words);
});

await client.login(process.env.SANDBOX_TOKEN);
