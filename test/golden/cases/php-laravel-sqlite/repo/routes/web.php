<?php

use Illuminate\Http\Request;
use Illuminate\Support\Facades\Route;

Route::post('/avatar', function (Request $request) {
    return $request->file('avatar')->store('avatars');
});
