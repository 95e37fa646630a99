// The security headers of every page, here and in the hall: everything from this machine, nothing that needs HTTPS.
import type { FastifyHelmetOptions } from '@fastify/helmet';

export const pageHeaders: FastifyHelmetOptions = {
  // Plain HTTP on a hall's network: nothing may insist on a secure context.
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      // Any address may be asked one thing: which event it has.
      connectSrc: ["'self'", 'ws:', 'wss:', 'http://*:*/api/where'],
      imgSrc: ["'self'", 'data:'],
      styleSrc: ["'self'", "'unsafe-inline'"],
      upgradeInsecureRequests: null,
    },
  },
};
