import router from '@adonisjs/core/services/router';

const EntriesController = () => import('#controllers/entries_controller');

router.get('/', [EntriesController, 'index']);
router.get('/health', () => ({ status: 'ok' }));
