<?php

return [
    'debug' => filter_var(env('DEBUG', false), FILTER_VALIDATE_BOOLEAN),
    'Security' => ['salt' => env('SECURITY_SALT')],
    'Datasources' => ['default' => ['url' => env('DATABASE_URL')]],
];
