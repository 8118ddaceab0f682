const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Names before a number that are standards, products or ordinary words: "SHA-256", "COVID-19", "Q3-2024" is no ticket. */
export const NO_TICKET = set(`
  ACL AES AI AMD ANSI ARM ASCII AZ BASE BERT BIG BLAKE BOSS CAT CCD CD CET CIS CLAUDE CORE COVID CPU CRC CVE CWE DB DDR DES DP DORA DSA EC ECDSA ECMA
  ED EN EPYC EST ETA EU EXT FAT FIPS FY GB GDPR GEMINI GHSA GMT GPT GPU GTX HD HDMI HIPAA HMAC HTTP HTTPS ICD IEC IEEE INT IP IPV
  ISBN ISO ISSN ITU JAVA JDK JEP JSR KB KM LAYER LLAMA LTE LTO MAC MAX MB MD MIN MIPS MIT MLKEM MODE MP MPEG MS NFS NIST NVIDIA NVME ODOT
  OC OSPF OTC OWASP PBKDF PCI PEP PHASE PHP PL PM PSD PY RAID RC RF RFC RIPEMD RJ ROT RSA RT RTX RX SARS SC SEC SEV SHA SHAKE SMB SOC
  SOX SP SQL SSL STD STEP TB TCP TCP TIER TLS TOP UDP UK US USB USD UTC UTF UUID VER VERSION WCAG WEB WIFI WIN WINDOWS WPA XEON XSS
  JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC MON TUE WED THU FRI SAT SUN WEEK DAY YEAR GDP KPI SLA SLO
`);

/** The last part of a host name on a public network. Endings that are also English words or file types need a longer name. */
export const PUBLIC_ENDINGS = set('com org net io dev app ai cloud co eu de uk fr ch nl se dk pl es pt br jp cn kr au nz ca ie info biz tech systems example test invalid');

/** The part before a country's ending that says only what kind of owner there is. */
export const SECOND_LEVEL = set('co com org net ac gov edu');

/** The last part of a host name that only a private network knows. */
export const PRIVATE_ENDINGS = set('internal local corp lan intra intranet private localdomain');

/** Sites everybody knows by name, and names that are kept for examples; what lies below them is as public. */
export const PUBLIC_SITES = set(`
  example.com example.org example.net example.test example.invalid example.example
  github.com github.io githubusercontent.com gitlab.com bitbucket.org codeberg.org sourceforge.net stackoverflow.com stackexchange.com
  serverfault.com google.com googleapis.com youtube.com wikipedia.org kubernetes.io k8s.io docker.com docker.io quay.io gcr.io ghcr.io cncf.io
  npmjs.com npmjs.org nodejs.org pypi.org python.org crates.io docs.rs rust-lang.org golang.org go.dev pkg.dev maven.org apache.org
  debian.org ubuntu.com redhat.com kernel.org gnu.org mozilla.org w3.org ietf.org rfc-editor.org iana.org letsencrypt.org
  microsoft.com apple.com amazon.com aws.amazon.com cloudflare.com pagerduty.com statuspage.io grafana.com prometheus.io opentelemetry.io
  hashicorp.com terraform.io elastic.co mongodb.com postgresql.org mysql.com sqlite.org redis.io nginx.org nginx.com
  medium.com dev.to reddit.com ycombinator.com linkedin.com twitter.com x.com facebook.com
  openai.com anthropic.com schema.org json.org spring.io reactjs.org react.dev vuejs.org angular.io nextjs.org
  host.docker.internal metadata.google.internal cluster.local svc.cluster.local
  socket.io draw.io diagrams.io asp.net vb.net ado.net ml.net paint.net fly.io let.io character.ai java.io java.net system.io system.net
`);

/** Hosts below which every customer has a name of its own: "acme.atlassian.net". */
export const TENANT_SITES = set(`
  atlassian.net slack.com zendesk.com sharepoint.com okta.com salesforce.com service-now.com amazonaws.com cloudfront.net azurewebsites.net
  windows.net azure.com herokuapp.com onmicrosoft.com auth0.com myshopify.com freshdesk.com datadoghq.com splunkcloud.com pagerduty.com snowflakecomputing.com
`);

/** Parts of a host's name that only a company's own network has. */
export const INNER_LABELS = set('corp internal intra intranet private vpn admin wiki jira confluence jenkins gitlab git grafana kibana prometheus vault prod production staging stage uat qa test preprod sandbox');

/** First parts of a tenant's host that are the provider's own. */
export const PROVIDER_LABELS = set('www api app docs support status help developer developers community blog login s3 ec2 lambda dynamodb sqs sns hooks portal management console learn');

/** First parts that make what looks like a private host a setting, a file or a package. */
export const CODE_LABELS = set('env config settings appsettings self this module pkg package app com org net io java javax sun jdk kotlin scala go src lib node docker-compose compose override usr var etc foo bar');

/** Single names of machines that say nothing about anybody. */
export const GENERIC_HOSTS = set(`
  localhost host hostname server api web app db database redis postgres postgresql mysql mongo mongodb kafka rabbitmq elasticsearch backend frontend
  service proxy nginx gateway cache worker queue minio prometheus grafana jaeger node client example test
`);

/** Names of users that are nobody's. */
export const GENERIC_USERS = set(`
  user username users me you name yourname your-name someone example test root admin app ubuntu debian ec2-user centos vagrant runner jenkins deploy git
  node shared public default guest build ci service oracle postgres vscode coder hadoop airflow
`);

/** Addresses that everybody has or knows. */
export const PUBLIC_ADDRESS = /^(?:127\.|0\.|255\.|169\.254\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|192\.168\.[01]\.|10\.0\.0\.|172\.17\.0\.|8\.8\.[84]\.[84]$|1\.[01]\.[01]\.1$|9\.9\.9\.9$|22[4-9]\.|23\d\.|\d\.\d\.\d\.\d$)/;
