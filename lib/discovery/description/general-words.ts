/** Words for needs, roles and circumstances, in English and French: phrases between bars, without accents. */

/** A need without a name: what it means is decided by the stack and by what else is named. */
export const needWords = {
  database: 'database|relational database|sql database|db|bdd|base de donnee|base de donnees relationnelle|base de donnee relationnelle|base sql|rdbms|sgbd|base relationnelle',
  documents: 'nosql|no sql|document database|document store|nosql database|base documentaire|base de donnees documentaire|base nosql|base de donnees nosql|base orientee document',
  cache: 'cache|caching|in memory cache|cache layer|mise en cache|cache memoire|caching layer|session store',
  queue: 'queue|job queue|task queue|work queue|file d attente|file de tache|file de message|file d attente de message|file d attente de tache|message queue|queueing|queuing|queue de message|queue de tache|message broker|broker|broker de message|courtier de message|message bus|bus de message|messagerie asynchrone|pub sub|pubsub|publish subscribe',
  stream: 'event streaming|event stream|streaming platform|event log|flux d evenement|streaming d evenement|stream processing|event broker|diffusion d evenement',
  storage: 'object storage|object store|blob storage|stockage d objet|stockage objet|bucket|stockage de fichier|file storage|stockage s3|s3 storage|s3 compatible storage|s3 compatible object storage|stockage compatible s3|stockage d objet compatible s3',
  search: 'full text search|fulltext search|full text|search engine|recherche plein texte|recherche en texte integral|recherche full text|moteur de recherche|recherche textuelle|texte integral|typo tolerant search|instant search',
  vectors: 'vector database|vector db|vector store|vector search|base vectorielle|base de donnees vectorielle|base de vecteur|embedding|similarity search|recherche vectorielle|recherche semantique|semantic search|vector base|rag|stockage vectoriel',
  analytics: 'analytics database|analytical database|olap|columnar database|column store|base analytique|base de donnees analytique|base en colonne|real time analytics',
  mail: 'mail|e mail|smtp|transactional email|courriel|envoi d email|envoi de mail|envoi de courriel|send email|sending email|email sending|envoie de email|envoie des email|envoyer de email|email notification|notification par email|by email|par email|email transactionnel|outgoing email|mail server',
  notebooks: 'notebook|carnet|carnet jupyter|carnet de calcul',
  telemetry: 'mqtt message|iot broker|iot messaging',
} as const;
export type Need = keyof typeof needWords;

/** A reverse proxy without a name. */
export const proxyNeeds = 'reverse proxy|load balancer|proxy inverse|reverse proxied|repartiteur de charge|equilibreur de charge|mandataire inverse|proxy|api gateway|gateway|passerelle|passerelle api|passerelle d api|ingress';

export const environmentWords = {
  development: 'development|dev|local development|developpement|dev environment|environnement de developpement|local|en local|locally',
  ci: '~ci|ci cd|continuous integration|integration continue|github action|gitlab ci|ci pipeline|pipeline ci|github workflow',
  staging: 'staging|preprod|pre prod|preproduction|pre production|en recette|uat|environnement de recette',
  production: 'production|prod|live environment|environnement de production',
} as const;

/** What an app is, with the name that it gets for it. */
export const roleWords = {
  api: 'api|rest api|graphql api|api rest|api graphql|graphql|json api|http api|restful api|web api|endpoint|apis',
  backend: 'backend|back end|back|server|serveur|server side|cote serveur',
  frontend: 'frontend|front end|front|spa|single page application|single page app|ui|user interface|interface utilisateur|client side|web client|client web|cote client|web ui|web frontend|front web|dashboard|tableau de bord|interface web',
  app: 'app|application|web app|web application|webapp|application web|appli|appli web|apps|site|site web|website|web site|saas|platform|plateforme|blog|boutique|shop|store|webshop|cms|boutique en ligne|online shop|online store|e commerce|ecommerce|portal|portail|marketplace|intranet|crm|erp|web',
  service: 'service|rest service|web service|service web|daemon',
} as const;
export type Role = keyof typeof roleWords;

/** Processes beside a server, by the library that they are made with; under `''` those without a name. */
export const workerWords: Readonly<Record<string, string>> = {
  '': 'worker|background worker|background job|background task|background processing|async job|async task|asynchronous task|asynchronous job|tache de fond|tache en arriere plan|travaux en arriere plan|traitement en arriere plan|tache asynchrone|traitement asynchrone|traitement en tache de fond|consumer|consommateur|cron job|cron|scheduled task|scheduled job|tache planifiee|en arriere plan|queue worker|worker process|background worker process',
  celery: 'celery|celery worker|celery beat|celery worker with beat|celery with beat|celery and beat|celery et beat|celery avec beat|celery worker and beat', rq: 'python rq|rq worker|django rq', dramatiq: 'dramatiq', sidekiq: 'sidekiq|sidekiq worker', resque: 'resque', 'solid-queue': 'solid queue', bullmq: 'bullmq|bull mq|bull queue|bullmq worker',
  horizon: 'laravel horizon|horizon', messenger: 'symfony messenger|messenger component|messenger worker', hangfire: 'hangfire', quartz: 'quartz.net|quartz scheduler', asynq: 'asynq', oban: 'oban',
};
/** The stack of each library, and the broker that it needs; absent: the database. */
export const workerLibraries: Readonly<Record<string, { readonly stack: string; readonly broker?: 'queue' | 'memory' }>> = {
  celery: { stack: 'python', broker: 'queue' }, rq: { stack: 'python', broker: 'memory' }, dramatiq: { stack: 'python', broker: 'queue' }, sidekiq: { stack: 'ruby', broker: 'memory' }, resque: { stack: 'ruby', broker: 'memory' }, 'solid-queue': { stack: 'ruby' },
  bullmq: { stack: 'node', broker: 'memory' }, horizon: { stack: 'php', broker: 'memory' }, messenger: { stack: 'php', broker: 'queue' }, hangfire: { stack: 'dotnet' }, quartz: { stack: 'dotnet' }, asynq: { stack: 'go', broker: 'memory' }, oban: { stack: 'elixir' },
};

export const securityWords = {
  strict: 'strict|strict security|high security|hardened|hardening|securite stricte|securite renforcee|strictly isolated|locked down|zero trust|haute securite|durci|security critical|tres securise|highly secure|strict isolation|isolation stricte',
  regulated: 'regulated|reglemente|compliance|conformite|banking|bancaire|medical record|dossier medical|donnees de sante|health data|patient data|donnees medicales|soc 2|soc2|iso 27001|hds',
} as const;
/** Rules that have a name. */
export const regulationWords = { pci: 'pci|pci dss|pci compliant|pci compliance|cardholder data', gdpr: 'gdpr|rgpd|gdpr compliant|conforme au rgpd', hipaa: 'hipaa|hipaa compliant|hitech' } as const;

export const teamWords = {
  beginner: 'beginner|beginners with docker|new to docker|never used docker|docker beginner|no docker experience|little docker experience|no experience with docker|no experience of docker|little experience with docker|novice|debutant|debute avec docker|debutant avec docker|jamais utilise docker|junior|junior developer|developpeur junior|ne connait pas docker|ne connaissons pas docker|peu d experience de docker|peu d experience avec docker|first time with docker|decouvre docker|aucune experience de docker|aucune experience docker',
  expert: 'docker expert|expert team|team of expert|equipe d expert|expert en docker|experienced with docker|experienced team|expert docker|equipe experimentee|experimente|seasoned|know docker well|docker veteran|maitrise docker|maitrisent docker|maitrisons docker|maitrise bien docker|knows docker well|experienced docker|fluent in docker|comfortable with docker|a l aise avec docker',
} as const;

/** Why the simplest thing is wanted. */
export const simpleWords = 'mvp|prototype|proof of concept|poc|side project|projet perso|hobby project|as simple as possible|le plus simple possible|preuve de concept';
/** What moves and stores events, as against requests. */
export const eventWords = 'producer|producteur|dead letter|event consumer|publishes event|publish event|publie des evenement|domain event|evenement metier|lettre morte';

/** Words before a technology that is wanted perhaps. */
export const optionalWords = 'optional|optionally|optionnel|optionnelle|facultatif|facultative|eventuellement|possibly|maybe|peut etre|if needed|si besoin|nice to have';
/** Words that say that a service is run by somebody else. */
export const managedWords = 'managed|hosted|rds|cloud sql|aurora|elasticache|infogere|infogeree|manage|managee|heberge|hebergee|gere|geree|externe|external|upstash|neon|supabase|planetscale|atlas|upsun|aiven|digitalocean managed';

/** Phrases in which a word of the other tables means something else. */
export const misleadingWords = 'strict mode|strict typing|strict types|job board|payment gateway|passerelle de paiement|insurance broker|stock broker|mortgage broker|react to|express yourself|command line interface|data go|search engine optimization|node graph|production line|app store|play store|google play|http cache|ssh server|discord server|web server|serveur web|docker hub|web page|page web|vue d ensemble|ci dessous|ci dessus|ci joint|rest of|the rest';
