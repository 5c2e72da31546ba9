<?php

declare(strict_types=1);

use Laminas\Mvc\Service\ServiceManagerConfig;
use Laminas\ServiceManager\ServiceManager;

$appConfig = require __DIR__ . '/application.config.php';
$container = new ServiceManager((new ServiceManagerConfig($appConfig['service_manager'] ?? []))->toArray());
$container->setService('ApplicationConfig', $appConfig);
$container->get('ModuleManager')->loadModules();

return $container;
