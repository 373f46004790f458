// Starts statsd on free ports, as a backend of its own: prints a line of JSON when it listens and for each of its flushes.
'use strict';

const dgram = require('node:dgram');
const fs = require('node:fs');
const path = require('node:path');
const util = require('node:util');

const print = (event, more) => process.stdout.write(JSON.stringify({ event, ...more }) + '\n');

exports.init = (started, config, emitter) => {
  emitter.on('flush', (at, { counters, gauges }) => print('flush', { counters, gauges }));
  return true;
};

// What statsd says of itself goes aside; newer versions of Node have no util.log any more.
util.log = console.log = (...words) => console.error(...words);

const createSocket = dgram.createSocket;
dgram.createSocket = (...how) => {
  const socket = createSocket(...how);
  socket.on('listening', () => {
    fs.rmSync(config, { force: true });
    print('listening', { port: socket.address().port });
  });
  return socket;
};

const config = path.join(process.cwd(), `config-${process.pid}.json`);
fs.writeFileSync(config, JSON.stringify({
  address: '127.0.0.1',
  port: '0',
  mgmt_address: '127.0.0.1',
  mgmt_port: '0',
  flushInterval: 250,
  deleteIdleStats: true,
  automaticConfigReload: false,
  backends: [__filename],
}));
process.argv[2] = config;
require('statsd/stats.js');
