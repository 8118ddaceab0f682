import { describe, expect, test } from 'vitest';
import { findIdentifiers } from '../../server/src/story/identifiers/index.js';

const found = (text: string): string[] => findIdentifiers(text).filter(({ certain }) => certain).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('what may identify somebody is found', () => {
  test.each([
    ['The disk of ledger-db-03.corp.fabrikam.example was full.', 'host ledger-db-03.corp.fabrikam.example'],
    ['I logged in to `queue07.fabrikam.internal`.', 'host queue07.fabrikam.internal'],
    ['Only jenkins.corp could deploy it.', 'host jenkins.corp'],
    ['We moved shop.fabrikam-parcels.com first.', 'host shop.fabrikam-parcels.com'],
    ['It broke at fabrikam.com, of all places.', 'host fabrikam.com'],
    ['The alias of fabrikam.atlassian.net had expired.', 'host fabrikam.atlassian.net'],
    ['It ran behind fabrikam-prod.eu-west-1.elb.amazonaws.com then.', 'host fabrikam-prod.eu-west-1.elb.amazonaws.com'],
    ['Port 5432 on db-7.fabrikam.lan:5432 was open.', 'host db-7.fabrikam.lan:5432'],
    ['_db-7.fabrikam.lan_ answered.', 'host db-7.fabrikam.lan'],
    ['dsn host=db-7.fabrikam.lan was wrong', 'host db-7.fabrikam.lan'],
    ['I copied it with scp deploy@db-7.fabrikam.lan:/var/lib.', 'host db-7.fabrikam.lan'],
    ['It lay on \\\\files07\\projects for years.', 'host files07'],
    ['See https://wiki.fabrikam.internal/runbooks/queue.', 'url https://wiki.fabrikam.internal/runbooks/queue'],
    ['A [runbook](https://wiki.corp.fabrikam.example/q?id=4) said so.', 'url https://wiki.corp.fabrikam.example/q?id=4'],
    ['The page http://10.42.7.19:9090/graph was slow.', 'url http://10.42.7.19:9090/graph'],
    ['Calls to http://billing-3:8080/pay hung.', 'url http://billing-3:8080/pay'],
    ['It was s3://fabrikam-invoices/2021.', 'url s3://fabrikam-invoices/2021'],
    ['postgres://app:hunter2@db:5432/orders was in the log.', 'url postgres://app:hunter2@db:5432/orders'],
    ['fabrikam.com/pricing was down.', 'url fabrikam.com/pricing'],
    ['The ticket was PAY-1183.', 'ticket PAY-1183'],
    ['Ticket (ORDERS-42) said so.', 'ticket ORDERS-42'],
    ['We closed INC0012345 at night.', 'ticket INC0012345'],
    ['See browse/OPS-77 for it.', 'ticket OPS-77'],
    ['I asked mia.kowalska@fabrikam.example about it.', 'email mia.kowalska@fabrikam.example'],
    ['<m.k+oncall@mail.fabrikam.com> answered.', 'email m.k+oncall@mail.fabrikam.com'],
    ['One of them was 10.42.7.19.', 'address 10.42.7.19'],
    ['It was routed to 172.31.8.0/21 instead.', 'address 172.31.8.0/21'],
    ['Only 52.17.144.9:443 answered.', 'address 52.17.144.9:443'],
    ['The other was fd12:3456:789a:1::12.', 'address fd12:3456:789a:1::12'],
    ['I called +49 151 2345 6789 at night.', 'phone +49 151 2345 6789'],
    ['The bridge was +1-202-555-0143.', 'phone +1-202-555-0143'],
    ['Their desk is 202-555-0143 now.', 'phone 202-555-0143'],
    ['The log was in /home/mkowalska/deploy.log.', 'path mkowalska'],
    ['It read C:\\Users\\mkowalska\\keys.', 'path mkowalska'],
    ['Only /Users/mia/go/bin had it.', 'path mia'],
    ['The role arn:aws:iam::210987654321:role/deploy was wide open.', 'account arn:aws:iam::210987654321:role/deploy'],
    ['It was our account 210987654321.', 'account 210987654321'],
    ['The key AKIAQ3EGPZ7TKX5M2WVN leaked.', 'secret AKIAQ3EGPZ7TKX5M2WVN'],
    ['It held ghp_9aB8cD7eF6gH5iJ4kL3mN2oP1qR0sT9uV8wX.', 'secret ghp_9aB8cD7eF6gH5iJ4kL3mN2oP1qR0sT9uV8wX'],
    ['I ran it with password=Winter2019!x by hand.', 'secret Winter2019!x'],
    ['Its token was eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.abcDEF123.', 'secret eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.abcDEF123'],
    ['The seed q7Zt4Lx9Vb2Nc8Rk1Wd6Yh3Jf5Gs0Pm was public.', 'secret q7Zt4Lx9Vb2Nc8Rk1Wd6Yh3Jf5Gs0Pm'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n\nIt was there.', 'secret -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----'],
    ['db-7.fabri\u00adkam.\u200blan was slow.', 'host db-7.fabri\u00adkam.\u200blan'],
  ])('%s', (text, identifier) => {
    expect(found(text)).toEqual([identifier]);
  });

  test('a page of an ordinary site is found, but most of them are public', () => {
    expect(findIdentifiers('See https://www.fabrikam.com/pricing.')).toEqual([{ kind: 'url', start: 4, end: 36, certain: false }]);
  });

  test('each of several, in the order of the text', () => {
    expect(found('PAY-11 and PAY-12 on db-7.fabrikam.lan, said mia@fabrikam.example')).toEqual(['ticket PAY-11', 'ticket PAY-12', 'host db-7.fabrikam.lan', 'email mia@fabrikam.example']);
  });
});

describe('what everybody knows is left alone', () => {
  test.each([
    'I read github.com/an-open-source/project and https://github.com/an-open-source/project/issues/12.',
    'The docs on https://kubernetes.io/docs/concepts and docs.aws.amazon.com helped.',
    'It answered on localhost:8080, http://localhost:3000/health and 127.0.0.1.',
    'user@example.com is no customer, and example.com no shop.',
    'Node.js, Next.js, Vue.js and Socket.io were new then; so was ASP.NET.',
    'I changed config.yaml, main.go, app.test.ts, .env.local and docker-compose.override.yml.',
    'Version 2.14.0.1, v1.2.3 and 20.11.0 were out.',
    'AES-256, SHA-256, UTF-8, P-256, RSA-2048, TLS-13 and HTTP-2 are no tickets.',
    'CVE-2021-44228, RFC-2616, ISO-8601, CWE-79 and PEP-484 are public.',
    'COVID-19, GPT-4, S3-compatible, RTX-3090, F-16 and BOEING-747-style.',
    'SEV-1, SEV-2, P-1, Q3-2024, FY-24, TOP-10, PHASE-2 and TIER-1.',
    'e.g. this, i.e. that, a.m. and p.m.',
    'It ended.Then it began.It was fine.in the end.',
    'I called regex.test(name) and console.info("x") and os.path.join(a, b).',
    'The package com.fabrikam.billing.Invoice was large.',
    'The digest sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 was pinned.',
    'Commit 3f786850e387550fdab836ed7e6dc881de23001b brought it.',
    'Request 123e4567-e89b-12d3-a456-426614174000 failed.',
    'From 9:30 to 10:15:30, 2021-03-02, 03/04/2021.',
    'About 1,200,000 requests, 4.1% of them slow, 99.99% fine.',
    'It grew by +30 000 000 000 requests a year.',
    'std::vector, a::b and Foo::bar are code.',
    'The netmask 255.255.255.0 and the base 0.0.0.0/0.',
    '8.8.8.8, 1.1.1.1 and 169.254.169.254 are known to all.',
    '192.0.2.44 and 2001:db8::44 are for examples.',
    '/home/user/app, /home/ubuntu/.ssh, /Users/me/src and C:\\Users\\Public\\x.',
    '~/.ssh/config and ~/src.',
    'I set MAX_RETRIES=5, timeout=30s and token=$TOKEN.',
    'The password was rotated; a token: none.',
    'read-modify-write, end-to-end, last-write-wins-per-key-and-region.',
    'AbstractSingletonProxyFactoryBeanPostProcessorRegistry was its name.',
    'SomeVeryLongCamelCaseIdentifierWithoutDigitsInItAtAll',
    'KAFKA_AUTO_CREATE_TOPICS_ENABLE and /var/lib/postgresql/14/main.',
    'the us-east-1, eu-west-2a and ap-southeast-1 regions',
    'm5.2xlarge, c6g.large and n1-standard-4 machines',
    'HTTP/1.1 503, 4xx and 5xx responses',
    'max.poll.interval.ms and spring.jpa.open-in-view',
    'a 3-2-1 rule, a 10-1 ratio and 24/7',
    's3://bucket/key and gs://example-data/x',
    'http://web:8080 and redis://cache:6379 in compose',
    'host.docker.internal and *.svc.cluster.local',
    'AWS Lambda, us.anthropic.x and Lambda@Edge',
    'PostgreSQL-14, Python-3 and Java-17 upgrades',
    'I asked @mia and #incident-42 in chat.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test.each(['a.', 'A1-', '-----BEGIN ', '::1', '+1 ', 'a@', 'http://', '\u200b', '1.', '/home/', '012345678901 '])('a text of nothing but %j is read to its end', (shape) => {
  const text = shape.repeat(Math.ceil(200_000 / shape.length));
  for (const { start, end } of findIdentifiers(text)) expect(0 <= start && start < end && end <= text.length).toBe(true);
});
