<?php

// Laravel wants a key of 32 bytes. Secrets that are made for it are text of another length: their digest has the right one.
// A key of `php artisan key:generate --show` stays as it is.
(static function (): void {
    $key = getenv('APP_KEY');
    if ($key === false || $key === '' || strpos($key, 'base64:') === 0 || strlen($key) === 32) {
        return;
    }
    $key = 'base64:' . base64_encode(hash('sha256', $key, true));
    putenv("APP_KEY=$key");
    $_ENV['APP_KEY'] = $_SERVER['APP_KEY'] = $key;
})();
