console.log('installed');
