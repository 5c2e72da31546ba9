<?php

declare(strict_types=1);

require __DIR__ . '/../vendor/autoload.php';

use Acme\Guestbook\Greeting;

$path = parse_url($_SERVER['REQUEST_URI'] ?? '/', PHP_URL_PATH);

if ($path === '/healthz') {
    header('Content-Type: text/plain');
    echo 'ok';
    return;
}

if ($path === '/greeting') {
    header('Content-Type: application/json');
    echo json_encode(['message' => (new Greeting(getenv('GREETING_NAME') ?: 'world'))->text()]);
    return;
}

header('Content-Type: text/html; charset=utf-8');
echo '<h1>Guestbook</h1><p>Served by PHP.</p>';
